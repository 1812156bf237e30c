package org.lianfu.rules.bad;

import org.springframework.beans.factory.annotation.Autowired;

/** Hides what it needs. */
public class FieldInjected {

    @Autowired
    Runnable hidden;
}
