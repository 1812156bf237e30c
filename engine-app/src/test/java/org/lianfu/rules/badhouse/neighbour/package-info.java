/** May use the upper module, and goes to its drawer instead of its front door. */
@ApplicationModule(allowedDependencies = "upper")
package org.lianfu.rules.badhouse.neighbour;

import org.springframework.modulith.ApplicationModule;
