/** A module above. */
@ApplicationModule(allowedDependencies = {})
package org.lianfu.rules.badhouse.upper;

import org.springframework.modulith.ApplicationModule;
