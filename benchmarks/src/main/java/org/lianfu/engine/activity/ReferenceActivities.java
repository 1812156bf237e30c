package org.lianfu.engine.activity;

import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/**
 * What the reference case of the benchmark asks of the house: nothing. They stand in the catalogue's package because the
 * engine calls nothing else; they are on the class path of the benchmarks only.
 */
final class ReferenceActivities {

    private ReferenceActivities() {}

    private abstract static class Nothing extends Activity {
        @Override
        protected String act(CaseNo no) {
            return DONE;
        }
    }

    @Component("openFile")
    static final class OpenFile extends Nothing {}

    @Component("writeLetter")
    static final class WriteLetter extends Nothing {}

    @Component("closeFile")
    static final class CloseFile extends Nothing {}
}
