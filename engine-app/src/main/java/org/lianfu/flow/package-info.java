/**
 * What the house knows of the engine: tokens that move and decisions that are evaluated. The engine behind it can be
 * changed without anybody above noticing.
 */
@ApplicationModule(allowedDependencies = "shared")
package org.lianfu.flow;

import org.springframework.modulith.ApplicationModule;
