/**
 * Values that every module speaks in: money, case numbers, actors, refusals. No Spring, no database, no rule of a program.
 */
@ApplicationModule(allowedDependencies = {})
package org.lianfu.shared;

import org.springframework.modulith.ApplicationModule;
