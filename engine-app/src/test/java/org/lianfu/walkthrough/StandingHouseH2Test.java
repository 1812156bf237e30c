package org.lianfu.walkthrough;

import java.util.List;

/** As {@code ./lianfu run}: the embedded database in a file. */
class StandingHouseH2Test extends StandingHouseContract {

    @Override
    List<String> settings() {
        return List.of("--spring.profiles.active=demo");
    }
}
