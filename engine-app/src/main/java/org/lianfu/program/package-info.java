/**
 * Program packs: what a policy says, as versions that are verified, published once and kept whole. A case reads its
 * forms, clauses and decisions from the version it is pinned to, never from the class path.
 */
@ApplicationModule(allowedDependencies = {"shared", "trail", "flow", "form", "directory", "http", "calendar"})
package org.lianfu.program;

import org.springframework.modulith.ApplicationModule;
