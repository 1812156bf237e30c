/**
 * Working days with make-up days (调休), and the last moment of a term that counts them. Every year cites the notice it
 * comes from, or says that it is provisional.
 */
@ApplicationModule(allowedDependencies = {"shared", "trail"})
package org.lianfu.calendar;

import org.springframework.modulith.ApplicationModule;
