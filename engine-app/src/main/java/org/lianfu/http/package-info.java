/**
 * How the house speaks over HTTP: problem answers, languages, idempotent acts, cursors, entity tags, access rules. Knows
 * no case and no person.
 */
@ApplicationModule(allowedDependencies = {"shared", "trail"})
package org.lianfu.http;

import org.springframework.modulith.ApplicationModule;
