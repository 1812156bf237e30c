/**
 * The bank's side of a case: which bank is asked, contract, pledge, draw-down, repayment, release. It records what banks
 * and the registry did and refuses what cannot be; it moves no money.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "trail",
            "outbox",
            "flow",
            "calendar",
            "directory",
            "form",
            "program",
            "application",
            "review",
            "vault",
            "http"
        })
package org.lianfu.credit;

import org.springframework.modulith.ApplicationModule;
