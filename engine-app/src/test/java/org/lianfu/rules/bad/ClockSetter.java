package org.lianfu.rules.bad;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the clock of every case in this JVM. */
public class ClockSetter {

    public void set(Date date) {
        ClockUtil.setCurrentTime(date);
    }
}
