package org.lianfu.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Puts the {@link TestClock} back before each test class. */
public class TestClockReset extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext context) {
        // once per class is not enough: a method may have moved it
        context.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
    }
}
