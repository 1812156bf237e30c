package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Application;
import org.lianfu.application.Status;
import org.lianfu.shared.CaseNo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An act that fails after the engine has moved, after the house's rows were written and after the trail was appended, at
 * the last moment before the commit, leaves nothing in any table of the schema; on one database.
 */
abstract class WholeActContract extends LoanHouse {

    @Autowired
    TransactionTemplate act;

    @Test
    void a_submission_that_fails_leaves_no_token_no_row_and_no_trail() {
        CaseNo no = loan.drafted(loan.freshPatent(), "BANK_A");

        List<String> written = failing(no, () -> loan.submit(no));

        assertThat(written)
                .contains(
                        "act_ru_execution",
                        "app_answers",
                        "rev_step",
                        "rev_seat",
                        "rev_inbox",
                        "crd_offer",
                        "trl_entry");
        assertThat(status(no)).isEqualTo(Status.DRAFT);
        assertThat(types(no)).containsExactly("application.created");
        loan.submit(no);
        assertThat(loan.waiting(no)).contains("bankClaim");
    }

    @Test
    void a_signature_that_fails_leaves_the_case_at_its_step_and_nothing_to_deliver() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.approved(no);
        loan.act(no, "bank.a.rm", "prepareContract", "DONE", loan.contract(no));
        Map<String, Object> signature = Map.of("signerName", "陈示例", "agreed", true);

        List<String> written = failing(no, () -> loan.act(no, "firm.a.signer", "signContract", "DONE", signature));

        assertThat(written).contains("out_parcel", "crd_loan", "crd_pledge", "rev_step", "trl_entry");
        assertThat(loan.waiting(no)).containsExactly("signContract");
        loan.act(no, "firm.a.signer", "signContract", "DONE", signature);
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
    }

    @Test
    void a_withdrawal_that_fails_leaves_the_case_open() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");

        List<String> written = failing(no, () -> desk.withdraw(loan.actor("firm.a"), no, "改用自有资金"));

        assertThat(written).contains("act_ru_execution", "rev_inbox", "trl_entry");
        assertThat(loan.waiting(no)).contains("bankClaim");
        assertThat(trail.verify(Application.subject(no)).isSound()).isTrue();
    }

    /**
     * Does the act in a transaction that fails when everything has been written.
     *
     * @return tables whose number of rows the act had changed when it failed
     */
    private List<String> failing(CaseNo no, Runnable what) {
        Map<String, Long> before = rows();
        String state = state(no);
        List<String> written = new ArrayList<>();
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> {
                    TransactionSynchronizationManager.registerSynchronization(new AtTheLastMoment(() -> {
                        rows().forEach((table, count) -> {
                            if (!count.equals(before.get(table))) {
                                written.add(table);
                            }
                        });
                        throw new IllegalStateException("at the last moment");
                    }));
                    what.run();
                }))
                .hasMessage("at the last moment");
        assertThat(rows()).isEqualTo(before);
        assertThat(state(no)).isEqualTo(state);
        return written;
    }

    /** Every row that the engine and the house keep of the case's present state. */
    private String state(CaseNo no) {
        return sql.queryForList("select * from app_application where no = ?", no.value())
                + " "
                + sql.queryForList("select * from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", no.value())
                + " "
                + sql.queryForList("select * from rev_step where case_no = ? order by id", no.value());
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = sql.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = lower(schema())"
                        + " and table_name not like 'flyway%'",
                String.class);
        tables.forEach(table ->
                rows.put(table.toLowerCase(), sql.queryForObject("select count(*) from " + table, Long.class)));
        assertThat(rows).hasSizeGreaterThan(40);
        return rows;
    }

    /** Runs before the commit, after everybody else: the case files have been written. */
    private record AtTheLastMoment(Runnable what) implements TransactionSynchronization, Ordered {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            what.run();
        }
    }
}
