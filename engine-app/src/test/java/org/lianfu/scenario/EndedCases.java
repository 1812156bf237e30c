package org.lianfu.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What may not be left open in a case that has ended, in whichever way. */
final class EndedCases {

    private static final Map<String, String> OPEN = new LinkedHashMap<>();

    static {
        OPEN.put("open step", "select case_no from rev_step where state = 'OPEN'");
        OPEN.put("running clock", "select case_no from rev_step where clock_at is not null");
        OPEN.put("open seat", "select case_no from rev_seat where state in ('OPEN', 'CLAIMED')");
        OPEN.put("row in an inbox", "select case_no from rev_inbox");
        OPEN.put("token", "select business_key_ from act_ru_execution where business_key_ is not null");
        OPEN.put(
                "open loan", "select case_no from crd_loan where state not in ('SETTLED', 'WRITTEN_OFF', 'CANCELLED')");
        OPEN.put("open pledge", "select case_no from crd_pledge where state not in ('REFUSED', 'RELEASED')");
        OPEN.put("payment under way", "select case_no from crd_payment where state = 'SENT'");
        OPEN.put(
                "filing that waits", "select case_no from crd_filing where state in ('WAITING', 'LISTED', 'REFUSING')");
        OPEN.put("bank being asked", "select case_no from crd_offer where result is null");
        OPEN.put("undelivered parcel", "select case_no from out_parcel where state not in ('DELIVERED', 'RECALLED')");
        OPEN.put("open incident", "select case_no from out_incident where open_key is not null");
    }

    private final JdbcTemplate sql;

    EndedCases(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** One line for each thing left open; empty when everything is in order. */
    List<String> leftovers() {
        List<String> found = new ArrayList<>();
        for (String no : sql.queryForList("select no from app_application where ended_at is not null", String.class)) {
            OPEN.forEach((what, query) -> {
                if (sql.queryForList(query, String.class).contains(no)) {
                    found.add(no + " has ended and still has: " + what);
                }
            });
        }
        return found;
    }
}
