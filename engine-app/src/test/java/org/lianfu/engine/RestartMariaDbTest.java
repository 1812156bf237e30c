package org.lianfu.engine;

import org.junit.jupiter.api.extension.ExtendWith;
import org.lianfu.testing.OnMariaDb;
import org.lianfu.testing.TestDatabases;

@ExtendWith(OnMariaDb.Present.class)
class RestartMariaDbTest extends RestartContract {

    RestartMariaDbTest() {
        super(TestDatabases.Kind.MARIADB);
    }
}
