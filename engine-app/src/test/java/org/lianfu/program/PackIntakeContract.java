package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.engine.BareEngine;
import org.lianfu.flow.Decisions;
import org.lianfu.program.pack.Library;
import org.lianfu.program.pack.Offices;
import org.lianfu.program.pack.PackVerifier;
import org.lianfu.program.store.Versions;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Refused;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.TestClock;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of a pack when the house starts, on one database. Uses the pack of the tests, whose program needs no Java. */
@ModuleTest
@Import({BareEngine.class, PackIntakeContract.Parts.class})
abstract class PackIntakeContract {

    @ComponentScan({"org.lianfu.trail", "org.lianfu.vault"})
    @Import({PackDesk.class, Programs.class, VersionChains.class})
    static class Parts {}

    private static final String YAML = "processes/bicycle-shed/program.yaml";
    private static final ProgramRef FIRST = new ProgramRef("bicycle-shed", "1");

    @Autowired
    private PackDesk desk;

    @Autowired
    private Versions versions;

    @Autowired
    private PackGate gate;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Programs programs;

    @Autowired
    private VersionChains chains;

    @Autowired
    private Trail trail;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate sql;

    private final Library shed = shedOnly(text -> text);

    @BeforeEach
    void emptyShelf() {
        programs.forget();
        for (String table : List.of(
                "prg_version",
                "trl_entry",
                "act_ru_execution",
                "act_re_procdef",
                "act_ge_bytearray",
                "act_re_deployment")) {
            sql.update("delete from " + (table.startsWith("act") ? table.toUpperCase() : table));
        }
    }

    @Test
    void a_new_version_is_published_by_the_system_and_read_from_the_store() {
        intake(true).takeIn(shed);

        Program program = programs.newest("bicycle-shed");
        assertThat(program.ref()).isEqualTo(FIRST);
        assertThat(program.steps()).containsKeys("visitShed", "reviewShed_judge");
        assertThat(programs.open()).extracting(Program::ref).containsExactly(FIRST);
        assertThat(new String(programs.decision(FIRST, "shedSize"), StandardCharsets.UTF_8))
                .contains("LARGE");
        assertThat(decisions
                        .evaluate(FIRST, "shedSize", java.util.Map.of("amountFen", 2_000_000L))
                        .get(0)
                        .outputs())
                .containsEntry("tier", "LARGE");
        assertThat(sql.queryForObject("select count(*) from ACT_RE_PROCDEF where KEY_ = 'bicycle-shed'", Long.class))
                .isEqualTo(1);
        assertThat(entries()).extracting(Recorded::type).containsExactly("program.drafted", "program.published");
        Chain chain = chains.chain("bicycle-shed@1").orElseThrow();
        assertThat(trail.verify(chain.subject(), chain).isSound()).isTrue();
        assertThat(chains.idsAfter("", 10)).containsExactly("bicycle-shed@1");
    }

    @Test
    void the_same_version_again_changes_nothing() {
        intake(true).takeIn(shed);
        clock.set("2026-11-25T09:00");
        intake(true).takeIn(shed);

        assertThat(entries()).hasSize(2);
        assertThat(sql.queryForObject("select count(*) from ACT_RE_PROCDEF where KEY_ = 'bicycle-shed'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void better_proof_needs_no_new_version() {
        intake(true).takeIn(shed);
        SortedMap<String, byte[]> files = new TreeMap<>(shed.files());
        files.remove("processes/bicycle-shed/example.json");
        intake(true).takeIn(new Library(files));

        assertThat(entries()).hasSize(2);
    }

    @Test
    void a_changed_pack_under_its_old_number_stops_the_start_and_names_the_file() {
        intake(true).takeIn(shed);
        Library changed = shedOnly(text -> text.replace("visitShed: 5wd", "visitShed: 6wd"));

        BrokenPack broken =
                catchThrowableOfType(BrokenPack.class, () -> intake(true).takeIn(changed));
        assertThat(broken.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("version-changed");
            assertThat(finding.file()).isEqualTo(YAML);
            assertThat(finding.message())
                    .contains(
                            shed.pack("bicycle-shed").sha256(),
                            changed.pack("bicycle-shed").sha256(),
                            "new version");
        });
        programs.forget();
        assertThat(programs.newest("bicycle-shed").step("visitShed").deadline()).hasToString("5wd");
    }

    @Test
    void a_broken_pack_stops_the_start_and_stores_nothing() {
        Library broken = shedOnly(text ->
                text.replace("visitShed: 5wd", "visitShed: soon").replace("family: subsidy", "family: lottery"));

        assertThatThrownBy(() -> intake(true).takeIn(broken))
                .isInstanceOf(BrokenPack.class)
                .hasMessageContaining(YAML + " /deadlines/visitShed: ")
                .hasMessageContaining(YAML + " /family: ");
        assertThat(versions.published()).isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_new_version_stands_beside_the_old_one() {
        intake(true).takeIn(shed);
        clock.set("2026-11-25T09:00");
        intake(true).takeIn(shedOnly(text -> text.replace("version: \"1\"", "version: \"2\"")
                .replace("visitShed: 5wd", "visitShed: 6wd")));

        assertThat(programs.newest("bicycle-shed").ref().version()).isEqualTo("2");
        assertThat(programs.newest("bicycle-shed").step("visitShed").deadline()).hasToString("6wd");
        assertThat(programs.version(FIRST).step("visitShed").deadline()).hasToString("5wd");
        assertThat(programs.newest()).hasSize(1);
    }

    @Test
    void a_version_that_waits_for_two_people_takes_no_application() {
        intake(false).takeIn(shed);

        assertThat(programs.find("bicycle-shed")).isEmpty();
        assertThat(desk.find(FIRST).orElseThrow().state()).isEqualTo("DRAFT");
        assertThatThrownBy(() -> programs.newest("bicycle-shed")).isInstanceOf(Refused.class);
        assertThat(entries()).extracting(Recorded::type).containsExactly("program.drafted");
    }

    @Test
    void a_stored_pack_that_was_touched_is_not_read() {
        intake(true).takeIn(shed);
        programs.forget();
        sql.update("update prg_version set sha256 = ?", "0".repeat(64));

        assertThatThrownBy(() -> programs.version(FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has hash");
    }

    private PackIntake intake(boolean publish) {
        return new PackIntake(
                desk, versions, new PackVerifier(gate, decisions, Offices.ANY), new String[0], publish, true);
    }

    private List<Recorded> entries() {
        return trail.page(new Subject("program", "bicycle-shed@1"), 0, 10);
    }

    /** The test pack with the shared forms it uses, its manifest changed. */
    private static Library shedOnly(UnaryOperator<String> manifest) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(Library.of(Path.of("src/test/packs")).files());
        Library.of(Path.of("..")).files().forEach((path, content) -> {
            if (path.startsWith("forms/shared/")) {
                files.put(path, content);
            }
        });
        files.compute(YAML, (path, yaml) -> manifest.apply(new String(yaml, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        return new Library(files);
    }
}
