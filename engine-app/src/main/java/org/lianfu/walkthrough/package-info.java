/**
 * Walks one case of a program through a running server, over REST alone, as the demo's personas. It knows the REST
 * contract and nothing of the house behind it.
 */
@ApplicationModule(allowedDependencies = {})
package org.lianfu.walkthrough;

import org.springframework.modulith.ApplicationModule;
