/**
 * The trail 留痕: one hash chain per subject, appended in the transaction of the act and verifiable by recomputing it. It is
 * evidence that the record was not changed later; that the record was true when written it cannot show.
 */
@ApplicationModule(allowedDependencies = {"shared", "vault"})
package org.lianfu.trail;

import org.springframework.modulith.ApplicationModule;
