package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.directory.DirectoryDesk.Entered;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.lianfu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** The directory with the people of the demo, on each database. */
@ModuleTest
@ActiveProfiles("demo")
@Import(DirectoryParts.class)
abstract class DirectoryContract {

    @Autowired
    Directory directory;

    @Autowired
    DirectoryDesk desk;

    @Autowired
    DirectoryImport imports;

    @Autowired
    JdbcTemplate sql;

    @Test
    void anOrganisationIsCalledByItsNameOfTheDay() {
        Org office = directory.org("ZZ_FIN_OFFICE");
        assertThat(office.name().zh()).isEqualTo("市委金融办");
        assertThat(office.nameOn(LocalDate.of(2023, 6, 1)).zh()).isEqualTo("市政府金融办");
        assertThat(directory.called("市政府金融办")).extracting(Org::code).containsExactly("ZZ_FIN_OFFICE");
        assertThat(directory.called("银保监会").get(0).name().zh()).isEqualTo("国家金融监督管理总局");
        assertThatThrownBy(() -> directory.org("NO_SUCH")).hasMessageContaining("directory.unknown-org");
    }

    @Test
    void theDemoHasItsPeopleAndPosts() {
        assertThat(directory.actor("bank.a.rm"))
                .isEqualTo(new Actor("bank.a.rm", "BANK_A", java.util.Set.of("BANK_RM", "BANK_INVESTIGATOR"), "pwd"));
        assertThat(directory.holders("BANK_A", "BANK_INVESTIGATOR"))
                .containsExactly("bank.a.investigator", "bank.a.rm");
        assertThat(directory.holders("BANK_B", "BANK_PAYER")).containsExactly("bank.b.payer", "bank.b.payer2");
        assertThat(directory.postsOf("firm.a"))
                .containsExactly(new Post("FIRM_91430200MA4TE5T13J", "APPLICANT_OPERATOR"));
        assertThat(directory.banks("loan-ip-pledge")).extracting(Org::code).containsExactly("BANK_A", "BANK_B");
        assertThat(directory.personas()).hasSizeGreaterThan(60).allSatisfy(persona -> {
            assertThat(persona.roles()).isNotEmpty();
            assertThat(persona.says().zh()).isNotBlank();
            assertThat(persona.says().en()).isNotBlank();
        });
        Firm firm = directory.firmOf("FIRM_91430200MA4TE5T13J").orElseThrow();
        assertThat(firm.region()).isEqualTo("430204");
        assertThat(firm.established()).isEqualTo(LocalDate.of(2016, 5, 18));
        assertThat(directory.firm(firm.uscc())).contains(firm);
        assertThat(directory.firmOf("BANK_A")).isEmpty();
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        for (String file : List.of("sql/data/org-units.yaml", "sql/demo/directory.yaml")) {
            String yaml = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            assertThat(imports.load(yaml, false, Actor.SYSTEM)).isEqualTo(new Entered(0, 0, 0, 0, 0));
        }
    }

    @Test
    void aFileWithFaultsChangesNothingAndTellsThemAll() {
        String yaml = """
                orgs:
                  - {code: BANK_Z, type: BANK, name: {zh: 某银行, en: Z}}
                  - {code: BANK_Z, type: BANK, name: {zh: 某银行, en: Z}}
                people:
                  - {login: z.rm, org: BANK_Y, name: {zh: 某, en: Z}, roles: [BANK_BOSS]}
                posts:
                  - {org: BANK_Z, role: BANK_RM, holder: z.nobody}
                services:
                  - {program: loan-ip-pledge, banks: [BANK_A, ZZ_IIT]}
                """;
        assertThatThrownBy(() -> imports.load(yaml, false, Actor.SYSTEM))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(
                                fault -> fault.code() + " " + fault.arguments().get("line"))
                        .containsExactlyInAnyOrder(
                                "import.duplicate 3",
                                "import.no-org 5",
                                "import.no-org 5",
                                "import.no-role 5",
                                "import.no-person 7",
                                "import.no-bank 9"));
        assertThat(directory.find("BANK_Z")).isEmpty();
    }

    @Test
    void theFirstAdministratorIsMadeOnce() {
        assertThatThrownBy(() -> desk.createFirstAdministrator("root", "root", "correct horse battery"))
                .hasMessageContaining("directory.administrator-exists");
    }

    @Test
    void aNameStandsInTheTrailOnlyAsACommitment() {
        List<byte[]> bodies = sql.queryForList("select body from trl_entry where subject_id = 'ZZ_ST'", byte[].class);
        assertThat(bodies).isNotEmpty().allSatisfy(body -> assertThat(new String(body, StandardCharsets.UTF_8))
                .doesNotContain("科技审核"));
    }

    @Test
    void aRareCharacterInANameIsKept() {
        imports.load(
                "orgs:\n  - {code: ORG_RARE, type: INTERMEDIARY, name: {zh: 𠮷示例, en: Rare}}", false, Actor.SYSTEM);
        assertThat(directory.org("ORG_RARE").name().zh()).isEqualTo("𠮷示例");
    }
}
