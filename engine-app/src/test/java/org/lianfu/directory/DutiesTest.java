package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.http.Languages;
import org.lianfu.http.Messages;

class DutiesTest {

    private final Duties duties = new Duties();

    @ParameterizedTest
    @CsvSource({
        "APPLICANT_OPERATOR, APPLICANT_APPROVER",
        "ACCEPTOR, INITIAL_REVIEWER",
        "INITIAL_REVIEWER, RE_REVIEWER",
        "INITIAL_REVIEWER, APPROVER",
        "RE_REVIEWER, TREASURY_PAYER_MAKER",
        "FUND_PLANNER, PAYMENT_REVIEWER",
        "BUDGET_OFFICER, TREASURY_PAYER_CHECKER",
        "TREASURY_PAYER_MAKER, TREASURY_PAYER_CHECKER",
        "FINANCE_AUDITOR, BANK_RM",
        "BANK_RM, BANK_APPROVER",
        "BANK_INVESTIGATOR, BANK_APPROVER",
        "BANK_INVESTIGATOR, BANK_REVIEWER",
        "BANK_REVIEWER, BANK_APPROVER",
        "BANK_DISBURSE_CHECKER, BANK_RM",
        "SYS_ADMIN, AUDIT_ADMIN",
        "SEC_ADMIN, AUDIT_ADMIN",
        "SYS_ADMIN, SEC_ADMIN"
    })
    void excludesBothWays(String one, String other) {
        assertThat(duties.conflict(one, List.of(other))).contains(other);
        assertThat(duties.conflict(other, List.of(one))).contains(one);
        assertThat(duties.source(other, one)).isNotEmpty();
    }

    @Test
    void everyPairOfTheCatalogueIsSymmetric() {
        for (String one : duties.roles()) {
            for (String other : duties.roles()) {
                assertThat(duties.conflict(one, List.of(other)).isPresent())
                        .as(one + " " + other)
                        .isEqualTo(duties.conflict(other, List.of(one)).isPresent());
            }
        }
    }

    /** What the directory calls a role, the screens call it too; a role that only the screens know is held by nobody. */
    @Test
    void everyRoleHasItsNameInBothLanguages() {
        Messages messages = new Messages();
        for (Locale locale : List.of(Languages.CHINESE, Locale.ENGLISH)) {
            assertThat(messages.keys(locale).stream()
                            .filter(key -> key.startsWith("role."))
                            .map(key -> key.substring("role.".length())))
                    .containsExactlyInAnyOrderElementsOf(duties.roles());
        }
    }

    @ParameterizedTest
    @CsvSource({"BANK_RM, BANK_INVESTIGATOR", "BANK_RM, BANK_POSTLOAN", "APPROVER, RE_REVIEWER", "BANK_RM, BANK_RM"})
    void leavesOthersAlone(String one, String other) {
        assertThat(duties.conflict(one, List.of(other))).isEmpty();
    }
}
