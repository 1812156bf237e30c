/** May use nothing, and uses the upper module all the same. */
@ApplicationModule(allowedDependencies = {})
package org.lianfu.rules.badhouse.lower;

import org.springframework.modulith.ApplicationModule;
