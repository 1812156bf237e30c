package org.lianfu.engine.activity;

import org.lianfu.shared.CaseNo;

/** An activity of the catalogue that does nothing: for tests that only ask whether it is there. */
public final class Nothing extends Activity {

    @Override
    protected String act(CaseNo no) {
        return DONE;
    }
}
