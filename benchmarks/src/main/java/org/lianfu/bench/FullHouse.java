package org.lianfu.bench;

import java.util.Map;
import org.lianfu.outbox.Incidents;
import org.lianfu.shared.CaseNo;
import org.springframework.context.ApplicationContext;

/**
 * Fills a house with loan applications, every row by the desk that owns it: each case is begun, its documents attached,
 * signed, submitted and led on by its people. Of each hundred cases five stay drafts, five are withdrawn, sixty wait for the
 * named bank, twenty are claimed, five have one of two reports, five wait for the approver. Firm A has two of three cases;
 * the banks take turns; amounts differ. Every twentieth case has an incident.
 */
final class FullHouse {

    private static final int CASES_AN_INCIDENT = 20;

    private final Desks desks;
    private final Incidents incidents;

    FullHouse(ApplicationContext house) {
        this.desks = new Desks(house);
        this.incidents = house.getBean(Incidents.class);
    }

    /** Adds so many cases. */
    void fill(int cases) throws Exception {
        Desks.each(cases, "filled", this::add);
    }

    private void add(int n) {
        String firm = n % 3 == 2 ? "firm.b" : "firm.a";
        String bank = n % 2 == 0 ? "a" : "b";
        int fate = n / 6 % 20;
        CaseNo no = desks.draft(n, firm, bank, Map.of("amount", (100 + n % 200) + "0000.00"));
        if (fate == 0) {
            return;
        }
        desks.submit(no, firm);
        if (n % CASES_AN_INCIDENT == 0) {
            incidents.open("registry", no.value(), no + "-pledge", "simulated registry gave no answer");
        }
        if (fate == 1) {
            desks.withdraw(no, firm);
        }
        if (fate >= 14) {
            desks.act(no, "bank." + bank + ".rm", "bankSearch_bankClaim", "ACCEPT", Map.of());
        }
        if (fate >= 18) {
            report(no, "bank." + bank + ".rm");
        }
        if (fate == 19) {
            report(no, "bank." + bank + ".investigator");
        }
    }

    private void report(CaseNo no, String login) {
        desks.act(no, login, "creditAppraisal_investigate", "DONE", Map.of("suggestedAmount", "1000000.00"));
    }
}
