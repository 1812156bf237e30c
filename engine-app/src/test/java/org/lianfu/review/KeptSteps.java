package org.lianfu.review;

import java.util.ArrayList;
import java.util.List;
import org.lianfu.shared.CaseNo;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds what the house remembers of the steps of its cases against their tables. */
public final class KeptSteps {

    private final RecentSteps recent;
    private final Steps steps;
    private final JdbcTemplate sql;

    public KeptSteps(ApplicationContext house) {
        this.recent = house.getBean(RecentSteps.class);
        this.steps = house.getBean(Steps.class);
        this.sql = house.getBean(JdbcTemplate.class);
    }

    /** One line for each case that is remembered otherwise than it stands in its tables. */
    public List<String> differences() {
        List<String> found = new ArrayList<>();
        for (String no : sql.queryForList("select no from app_application", String.class)) {
            String edition = sql.queryForObject(
                    "select concat(version, ' ', trail_head) from app_application where no = ?", String.class, no);
            List<Step> remembered = recent.remembered(new CaseNo(no), edition);
            List<Step> stored = steps.ofCase(new CaseNo(no));
            if (remembered != null && !remembered.equals(stored)) {
                found.add(no + " is remembered as " + remembered + " and stands as " + stored);
            }
        }
        return found;
    }
}
