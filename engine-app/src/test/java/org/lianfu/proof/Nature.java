package org.lianfu.proof;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to the house without anybody of the town: time, its own clerks, and how the registry treats a patent. */
abstract class Nature {

    /** How the simulated registry may treat one request; the last of several stays. */
    private static final List<String> MANNERS =
            List.of("ACCEPTS", "ACCEPTS", "REFUSES P07", "DELAYS 90", "DELAYS", "TWICE", "CONTRADICTS", "SILENT");

    private static final Set<String> OWN = Set.of("no", "owner_uscc", "manners", "expires_on", "pledged", "filings");

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
        enter(no, uscc, manners);
        return no;
    }

    /** Copies a sound patent of the demo under another number and owner, whatever else the register keeps of it. */
    private void enter(String no, String uscc, String manners) {
        Map<String, Object> patent = new LinkedHashMap<>(sql.queryForMap("""
                select * from crd_sim_patent where no = (select min(no) from crd_sim_patent where status = 'VALID'
                  and manners = 'ACCEPTS' and co_owners = 0 and fee_paid = true and disputed = false
                  and invalidation_pending = false and same_day_duplicate = false)"""));
        patent.keySet().removeIf(column -> OWN.contains(column.toLowerCase(Locale.ROOT)));
        patent.put("no", no);
        patent.put("owner_uscc", uscc);
        patent.put("manners", manners);
        patent.put("expires_on", LocalDate.of(2043, 6, 30));
        patent.put("pledged", false);
        patent.put("filings", 0);
        sql.update(
                "insert into crd_sim_patent (" + String.join(", ", patent.keySet()) + ") values ("
                        + String.join(", ", Collections.nCopies(patent.size(), "?")) + ")",
                patent.values().toArray());
    }
}
