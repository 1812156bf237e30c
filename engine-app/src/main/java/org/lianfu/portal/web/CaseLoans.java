package org.lianfu.portal.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.lianfu.credit.Loans;
import org.lianfu.portal.Cases;
import org.lianfu.shared.Audience;
import org.springframework.stereotype.Component;

/** The loan of a case as its reader may see it: the two sides from the contract on, the scheme from the draw-down on. */
@Component
class CaseLoans {

    private final Loans loans;

    CaseLoans(Loans loans) {
        this.loans = loans;
    }

    record LoanLine(String state, @JsonProperty("class") int loanClass, String principal, String outstanding) {}

    /** Null where there is no loan, or none that this reader may know of. */
    LoanLine of(Cases.Opened opened) {
        return loans.find(opened.application().no())
                .filter(loan -> loan.valueOn() != null && opened.isFor(Set.of(Audience.SCHEME))
                        || opened.isFor(Set.of(Audience.APPLICANT, Audience.BANK)))
                .map(loan -> new LoanLine(
                        loan.state().name(),
                        loan.loanClass(),
                        loan.drawn().yuan(),
                        loan.outstanding().yuan()))
                .orElse(null);
    }
}
