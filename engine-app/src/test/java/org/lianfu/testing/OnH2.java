package org.lianfu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Spring context of this test class stands on an empty H2 database in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnH2 {

    /**
     * Classes with the same name here and otherwise the same context share database and context: for tests of the whole
     * house that do not mind each other's cases. Empty: a database and a context of one's own.
     */
    String shared() default "";
}
