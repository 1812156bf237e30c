/**
 * What leaves the database 发件箱: written in the transaction of the act, delivered after it, at least once and in order
 * inside a case. What cannot be delivered or stays unanswered becomes an incident 异常 that an operator sees and retries.
 */
@ApplicationModule(allowedDependencies = {"shared", "http"})
package org.lianfu.outbox;

import org.springframework.modulith.ApplicationModule;
