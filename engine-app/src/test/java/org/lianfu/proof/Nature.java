package org.lianfu.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to the house without anybody of the town: time, its own clerks, and how the registry treats a patent. */
abstract class Nature {

    /** How the simulated registry may treat one request; the last of several stays. */
    private static final List<String> MANNERS =
            List.of("ACCEPTS", "ACCEPTS", "REFUSES P07", "DELAYS 90", "DELAYS", "TWICE", "CONTRADICTS", "SILENT");

    final JdbcTemplate sql;

    Nature(JdbcTemplate sql) {
        this.sql = sql;
    }

    abstract LocalDate today();

    /** Time goes by, and the clerks do their rounds. */
    abstract void pass(Random random);

    /** A fresh patent of this applicant in the simulated register, with any manner but one that never gives way. */
    String patent(String uscc, Random random) {
        String manners = random.nextBoolean()
                ? "ACCEPTS"
                : IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(i -> MANNERS.get(random.nextInt(MANNERS.size())))
                                .collect(Collectors.joining(", "))
                        + ", ACCEPTS";
        String no;
        do {
            no = RandomAnswers.patentNo(random);
        } while (sql.queryForObject("select count(*) from crd_sim_patent where no = ?", Long.class, no) > 0);
        sql.update("""
                insert into crd_sim_patent (no, title, kind, status, owner_uscc, co_owners, expires_on, fee_paid, pledged,
                  disputed, invalidation_pending, same_day_duplicate, manners, filings)
                values (?, '示例', 'INVENTION', 'VALID', ?, 0, '2043-06-30', true, false, false, false, false, ?, 0)""", no, uscc, manners);
        return no;
    }
}
