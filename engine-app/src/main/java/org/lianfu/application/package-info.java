/**
 * Applications: what a firm types, files, attaches and takes back, and the case file that every act on a case is written
 * into. It knows nothing of who reviews, lends or pays.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "trail", "flow", "calendar", "directory", "form", "program", "vault", "http"})
package org.lianfu.application;

import org.springframework.modulith.ApplicationModule;
