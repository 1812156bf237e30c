/** Rows of the database become records by a plan that is made once per statement. */
@ApplicationModule(allowedDependencies = {})
package org.lianfu.rows;

import org.springframework.modulith.ApplicationModule;
