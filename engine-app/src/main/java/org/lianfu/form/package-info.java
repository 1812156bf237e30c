/**
 * What is asked: Camunda Forms files read, answers typed once on arrival, every fault found at once, and the model that
 * pages draw from. Knows nothing of programs, cases or pages.
 */
@ApplicationModule(allowedDependencies = {"shared", "flow"})
package org.lianfu.form;

import org.springframework.modulith.ApplicationModule;
