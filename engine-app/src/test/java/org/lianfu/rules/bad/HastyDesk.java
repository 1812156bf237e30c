package org.lianfu.rules.bad;

import org.springframework.transaction.annotation.Transactional;

/** One of its acts forgets the transaction. */
public class HastyDesk {

    @Transactional
    public void submit() {
        // the good one
    }

    public void withdraw() {
        // the bad one
    }

    public int countOpen() {
        return 0;
    }
}
