/**
 * Documents 文书 of a case as PDF: receipt, decision notice, contract data sheet, settlement certificate. Each says what one
 * entry of the trail says, in a form that people keep; it decides nothing and stores nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "trail",
            "calendar",
            "directory",
            "form",
            "program",
            "application",
            "review",
            "http"
        })
package org.lianfu.document;

import org.springframework.modulith.ApplicationModule;
