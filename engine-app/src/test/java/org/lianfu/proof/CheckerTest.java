package org.lianfu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The checker checks: each fault that is planted in books that agree is found, under the rule that it breaks. */
@WholeHouse
@OnH2(shared = "proof")
class CheckerTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private PlatformTransactionManager transactions;

    private Walk walk;
    private Checker checker;

    @Test
    void every_planted_fault_is_found() {
        walk = new Walk(7, 40, new Town(port), new HouseNature(sql, clock, house));
        walk.rounds(16);
        checker = new Checker(sql);
        assertThat(checker.check()).isEmpty();
        assertThat(checker.holds(walk.journal)).isEmpty();
        String open = one("""
                select min(case_no) from rev_step where state = 'OPEN' and token is not null and org <> 'SYSTEM'
                  and paused_by is null""");
        String decided = walk.journal.all().stream()
                .filter(kept ->
                        kept.act() == Journal.Act.COMPLETED && !kept.detail().equals("REJECT"))
                .filter(kept ->
                        one("select coalesce(max(p.asked_for), '') from rev_seat s join rev_step p on p.id = s.step_id"
                                        + " where s.id = '%s'".formatted(kept.ref()))
                                .isEmpty())
                .findFirst()
                .orElseThrow()
                .ref();
        String seat = one("select min(seat_id) from rev_inbox where case_no = '%s'".formatted(open));
        String step = one("select min(step_id) from rev_inbox where case_no = '%s'".formatted(open));

        planted("A4", "update ACT_RU_EXECUTION set IS_ACTIVE_ = false where PROC_INST_ID_ = " + instance(open));
        planted("A3", "update ACT_RU_EXECUTION set BUSINESS_KEY_ = 'elsewhere' where ID_ = " + instance(open));
        planted("A3", "update app_application set status = 'SETTLED', ended_at = 1 where no = '%s'".formatted(open));
        planted("A1", "update app_application set receipt_no = null where no = '%s'".formatted(open));
        planted("A6", "update app_application set status = 'DISBURSED' where no = '%s'".formatted(open));
        planted("A4", "delete from rev_inbox where seat_id = '%s'".formatted(seat));
        planted("A4", "update rev_inbox set due_at = 1 where seat_id = '%s'".formatted(seat));
        planted("A4", "update rev_inbox set claimed_by = 'nobody' where seat_id = '%s'".formatted(seat));
        planted("A4", "update rev_step set state = 'CLOSED', ended_at = 1 where id = '%s'".formatted(step));
        planted("A5", "delete from rev_step where case_no = '%s'".formatted(open));
        planted(
                "A6",
                "update rev_seat set state = 'DECIDED', person = 'x', outcome = 'DONE' where id = '%s'"
                        .formatted(seat));
        planted("A6", "update rev_seat set outcome = 'REJECT' where id = '%s'".formatted(decided));
        planted("A6", "update rev_seat set person = 'nobody' where id = '%s'".formatted(decided));
        planted("A6", "update rev_seat set opinion = null where id = '%s'".formatted(decided));
        planted("A6", "delete from rev_seat where id = '%s'".formatted(decided));
        planted("A7", "update rev_seat set saw_answers = 9 where id = '%s'".formatted(decided));
        planted("A7", "update app_answers set filed_at = filed_at + 1 where no = '%s'".formatted(open));
        planted("A7", "delete from app_answers where no = '%s'".formatted(open));
        planted("A8", "update app_application set program_version = '0' where no = '%s'".formatted(open));
        planted(
                "A9",
                "update rev_step set clock_at = 1 where id = '%s'"
                        .formatted(one("select min(id) from rev_step where state <> 'OPEN'")));
        planted("A9", "update rev_step set calendar_version = null where due_at is not null");
        planted("L", "delete from trl_entry where kind = 'case' and subject_id = '%s' and seq = 2".formatted(open));
        planted(
                "L",
                "update trl_entry set leaf_hash = '%s' where kind = 'case' and subject_id = '%s' and seq = 2"
                        .formatted("0".repeat(64), open));
        planted("L", "update app_application set trail_seq = trail_seq - 1 where no = '%s'".formatted(open));
        planted("M", "update crd_loan set drawn = drawn + 1, contract_amount = contract_amount + 1");
        planted("O4", "update out_parcel set state = 'STUCK'");
        lost("update rev_seat set person = 'somebody' where id = '%s'".formatted(decided));
        lost("delete from app_attachment");

        assertThat(checker.check()).as("every fault was taken back").isEmpty();
    }

    private String one(String query) {
        String found = sql.queryForObject(query, String.class);
        assertThat(found).as(query).isNotNull();
        return found;
    }

    private static String instance(String no) {
        return "(select r.PROC_INST_ID_ from ACT_RU_EXECUTION r where r.BUSINESS_KEY_ = '%s')".formatted(no);
    }

    private void planted(String rule, String fault) {
        assertThat(during(fault, () -> checker.check())).as(fault).anyMatch(f -> f.startsWith(rule + " "));
    }

    private void lost(String fault) {
        assertThat(during(fault, () -> {
                    checker.check();
                    return checker.holds(walk.journal);
                }))
                .as(fault)
                .anyMatch(f -> f.contains("acknowledged and lost"));
    }

    private List<String> during(String fault, java.util.function.Supplier<List<String>> look) {
        List<String> found = new ArrayList<>();
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            assertThat(sql.update(fault)).as(fault).isPositive();
            found.addAll(look.get());
            tx.setRollbackOnly();
        });
        return found;
    }
}
