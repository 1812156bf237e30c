/**
 * People's work on a case: steps, seats, the inbox, duties that exclude one another, deadlines. One aggregate decides who
 * may do what; only a decided step moves the token.
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
            "vault",
            "http"
        })
package org.lianfu.review;

import org.springframework.modulith.ApplicationModule;
