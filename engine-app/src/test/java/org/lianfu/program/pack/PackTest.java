package org.lianfu.program.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.lianfu.calendar.Term;
import org.lianfu.program.Program;
import org.lianfu.program.SeatRule;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Audience;

/** A pack as one thing: what belongs to it, its hash, its zip, and the program that is read from it. */
class PackTest {

    private final Pack loan = ShippedPacks.LIBRARY.pack("loan-ip-pledge");
    private final Pack shed = ShippedPacks.LIBRARY.pack("bicycle-shed");

    @Test
    void takesOfWhatIsSharedOnlyWhatItUses() {
        assertThat(loan.files()).containsKey("forms/shared/confirm.form").doesNotContainKey("forms/shared/decide.form");
        assertThat(shed.files())
                .containsKeys("processes/shared/two-eyes.bpmn", "forms/shared/decide.form")
                .doesNotContainKey("forms/shared/confirm.form");
    }

    @Test
    void hashKnowsEveryFileThatACaseReads() {
        loan.files().keySet().stream().filter(path -> !loan.isProof(path)).forEach(path -> {
            TreeMap<String, byte[]> files = new TreeMap<>(loan.files());
            files.put(path, (loan.text(path) + " ").getBytes(StandardCharsets.UTF_8));
            assertThat(new Pack("loan-ip-pledge", files).sha256()).as(path).isNotEqualTo(loan.sha256());
        });
    }

    @Test
    void hashForgetsScenariosAndExamples() {
        TreeMap<String, byte[]> files = new TreeMap<>(loan.files());
        files.remove("processes/loan-ip-pledge/example.json");
        files.put("processes/loan-ip-pledge/scenarios/more.feature", new byte[] {1});
        assertThat(new Pack("loan-ip-pledge", files).sha256()).isEqualTo(loan.sha256());
    }

    @Test
    void zipBringsEveryFileBack() {
        Pack back = Zip.unpack("loan-ip-pledge", Zip.pack(loan));
        assertThat(back.files().keySet()).isEqualTo(loan.files().keySet());
        assertThat(back.sha256()).isEqualTo(loan.sha256());
        assertThat(Zip.pack(back)).isEqualTo(Zip.pack(loan));
    }

    @Test
    void zipThatLeavesItsFolderIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("processes/../../etc/passwd"));
            zip.closeEntry();
        }
        assertThatThrownBy(() -> Zip.unpack("x", bytes.toByteArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("etc/passwd");
    }

    @Test
    void stepsSayWhatPeopleNeedToWorkOnThem() {
        Program program = ShippedPacks.verify(loan).program();
        StepDef investigate = program.step("creditAppraisal_investigate");
        assertThat(investigate.name().zh()).isEqualTo("贷前调查");
        assertThat(investigate.name().en()).isEqualTo("Investigation");
        assertThat(investigate.rule()).isEqualTo(SeatRule.all(2));
        assertThat(investigate.deadline()).isEqualTo(Term.workingDays(5));
        assertThat(investigate.audience()).containsExactly(Audience.BANK);
        assertThat(investigate.clauses()).containsExactly("§7");
        assertThat(program.step("bankSearch_bankClaim").timer()).isEqualTo("bankSearch_bankClaimExpired");
        assertThat(program.step("servicing_recordRepayment").deadline()).isNull();
        assertThat(program.step("drawdown_confirmDrawdown").differsFrom()).containsExactly("drawdown_recordDrawdown");
        assertThat(program.ends()).containsEntry("settled", "SETTLED").containsEntry("allBanksDeclined", "DECLINED");
        assertThat(program.labels().get("P09").en()).isEqualTo("The patent is already pledged");
        assertThat(program.labels().get("B10").en()).isEqualTo("Other (must be explained)");
        assertThat(program.clause("§9").orElseThrow().text()).contains("商业银行法第三十七条");
    }

    @Test
    void aPartIsInlinedAndKeepsItsOwnPicture() {
        Program program = ShippedPacks.verify(shed).program();
        assertThat(program.steps()).containsKeys("reviewShed_judge", "reviewShed_confirm");
        assertThat(program.step("reviewShed_confirm").differsFrom()).containsExactly("reviewShed_judge");
        assertThat(program.step("reviewShed_judge").name().en()).isEqualTo("First review");
        assertThat(program.model()).doesNotContain("callActivity");
        assertThat(program.pictures()).extracting(Program.Picture::id).containsExactly("", "reviewShed");
        assertThat(program.pictures().get(1).bpmn()).contains("id=\"judge\"");
        assertThat(program.ends()).containsOnlyKeys("granted", "refused");
    }

    @Test
    void exampleDatesFollowTheDay() {
        Program program =
                ProgramReader.read(loan, ShippedPacks.verify(loan).program().model(), LocalDate.of(2026, 1, 31));
        assertThat(program.example().get("prepareContract")).containsEntry("endsOn", "2027-01-31");
        assertThat(program.example().get("investigate")).containsEntry("visitedOn", "2026-01-31");
        assertThat(program.example().get("apply")).containsEntry("valuedOn", "2025-11-30");
    }

    @Test
    void aStoredVersionReadsAsItWasVerified() {
        Program verified = ShippedPacks.verify(shed).program();
        Program stored =
                ProgramReader.read(Zip.unpack("bicycle-shed", Zip.pack(shed)), verified.model(), Examples.ANY_DAY);
        assertThat(stored.steps()).isEqualTo(verified.steps());
        assertThat(stored.labels()).isEqualTo(verified.labels());
        assertThat(stored.sha256()).isEqualTo(verified.sha256());
    }
}
