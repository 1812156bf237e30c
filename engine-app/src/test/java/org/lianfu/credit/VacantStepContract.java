package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.directory.HolderLeft;
import org.lianfu.outbox.Incident;
import org.lianfu.review.SeatDesk;
import org.lianfu.review.VacantSteps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A case whose open step nobody can do waits for nobody: the operators see it until somebody can. */
abstract class VacantStepContract extends LoanHouse {

    @Autowired
    VacantSteps vacant;

    @Autowired
    SeatDesk seats;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void nothingBefore() {
        clock.reset();
        vacant.look();
    }

    @AfterEach
    void thePostsAsTheyWere() {
        sql.update("delete from dir_post where valid_to = date '2098-12-31'");
        sql.update("update dir_person set locked = false where login = 'bank.a.rm'");
        vacant.look();
    }

    private void appoint(String login, String role) {
        sql.update(
                "insert into dir_post (org_code, role, holder, valid_from, valid_to)"
                        + " values ('BANK_A', ?, ?, date '2020-01-01', date '2098-12-31')",
                role,
                login);
    }

    private List<Incident> vacant(CaseNo no) {
        vacant.look();
        return open(no).stream().filter(i -> i.kind().equals(VacantSteps.KIND)).toList();
    }

    @Test
    void a_step_whose_only_people_have_recused_is_an_incident_until_somebody_else_holds_the_post() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        assertThat(vacant(no)).isEmpty();

        seats.recuse(loan.actor("bank.a.investigator"), loan.task(no, "investigate"), "亲属在申报企业任职");
        assertThat(vacant(no)).singleElement().satisfies(incident -> {
            assertThat(incident.caseNo()).isEqualTo(no.value());
            assertThat(incident.reason())
                    .contains("investigate", "BANK_A/BANK_INVESTIGATOR", "needed 2", "unable bank.a.investigator")
                    .matches(".*could be added .*bank\\.a\\.approver.*");
        });
        assertThat(vacant(no)).as("one trouble, one incident").singleElement().satisfies(incident -> assertThat(
                        incident.attempts())
                .isOne());
        incidents.retry(vacant(no).get(0).id(), loan.actor("operator"), "已通知银行");
        assertThat(vacant(no)).as("looked at again, and still nobody").hasSize(1);

        appoint("bank.a.payer", "BANK_INVESTIGATOR");
        assertThat(vacant(no)).isEmpty();
    }

    @Test
    void a_step_that_the_duties_of_all_its_people_exclude_is_an_incident() {
        appoint("bank.a.approver", "BANK_INVESTIGATOR");
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.approver", "investigate", "DONE", loan.example("investigate"));
        assertThat(vacant(no)).isEmpty();
        loan.valued(no);
        loan.act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", loan.example("reviewCredit"));

        assertThat(vacant(no)).singleElement().satisfies(incident -> assertThat(incident.reason())
                .contains("decideCredit", "BANK_A/BANK_APPROVER", "needed 1", "unable bank.a.approver")
                .doesNotContainPattern("could be added .*(bank\\.a\\.rm|bank\\.a\\.reviewer)( |$)"));
        appoint("bank.a.cityapprover", "BANK_APPROVER");
        assertThat(vacant(no)).isEmpty();
        loan.act(no, "bank.a.cityapprover", "decideCredit", "APPROVE", loan.example("decideCredit"));
        assertThat(loan.waiting(no)).containsExactly("prepareContract");
    }

    @Test
    void a_step_whose_last_holder_left_is_an_incident_and_is_over_with_the_case() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        assertThat(vacant(no)).isEmpty();
        sql.update("update dir_person set locked = true where login = 'bank.a.rm'");
        transaction.executeWithoutResult(tx -> events.publishEvent(new HolderLeft("bank.a.rm", Actor.SYSTEM)));
        assertThat(vacant(no)).singleElement().satisfies(incident -> assertThat(incident.reason())
                .contains("bankClaim", "BANK_A/BANK_RM", "needed 1", "able -", "unable -"));

        desk.withdraw(loan.actor("firm.a"), no, "不办了");
        assertThat(vacant(no)).isEmpty();
    }
}
