package org.lianfu.engine;

import org.lianfu.testing.TestDatabases;

class RestartH2Test extends RestartContract {

    RestartH2Test() {
        super(TestDatabases.Kind.H2);
    }
}
