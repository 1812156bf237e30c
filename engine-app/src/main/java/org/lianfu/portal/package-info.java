/**
 * Screens that join modules: home, programs, the firm's application, the case page, the inbox, the task page. Each screen
 * is one record, filled by a controller and drawn by a template that decides nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "trail",
            "flow",
            "calendar",
            "directory",
            "form",
            "program",
            "application",
            "review",
            "credit",
            "document",
            "vault",
            "outbox",
            "http"
        })
package org.lianfu.portal;

import org.springframework.modulith.ApplicationModule;
