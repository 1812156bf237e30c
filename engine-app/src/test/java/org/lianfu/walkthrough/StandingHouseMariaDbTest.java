package org.lianfu.walkthrough;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianfu.testing.OnMariaDb;
import org.lianfu.testing.TestDatabases;

/** As {@code ./lianfu run --profile mysql}: the same on a server. */
@ExtendWith(OnMariaDb.Present.class)
class StandingHouseMariaDbTest extends StandingHouseContract {

    private final TestDatabases.Address database = TestDatabases.fresh(TestDatabases.Kind.MARIADB, "standing");

    @Override
    List<String> settings() {
        List<String> settings = new ArrayList<>(on(database));
        settings.add("--spring.profiles.active=demo,mysql");
        return settings;
    }
}
