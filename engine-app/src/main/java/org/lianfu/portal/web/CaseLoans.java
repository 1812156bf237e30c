package org.lianfu.portal.web;

import org.lianfu.portal.Cases;
import org.springframework.stereotype.Component;

/** The loan of a case as its reader may see it. */
@Component
class CaseLoans {

    record LoanLine(String state, String loanClass, String principal, String outstanding) {}

    LoanLine of(Cases.Opened opened) {
        return null;
    }
}
