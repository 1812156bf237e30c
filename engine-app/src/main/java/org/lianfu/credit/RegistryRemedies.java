package org.lianfu.credit;

import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What an operator can do about a registry that contradicts itself, and about an answer that no case waits for: have it say
 * once more what holds, or note that it was cleared up.
 */
@Configuration(proxyBeanMethods = false)
class RegistryRemedies {

    @Bean
    Remedy contradictingRegistry(PledgeDesk desk) {
        return new AskWhatHolds(PledgeDesk.CONTRADICTS, desk);
    }

    @Bean
    Remedy unaskedAnswer(PledgeDesk desk) {
        return new AskWhatHolds(PledgeDesk.UNASKED, desk);
    }

    private record AskWhatHolds(String kind, PledgeDesk desk) implements Remedy {

        @Override
        public void retry(Incident incident, Actor by) {
            desk.confirm(incident.ref(), by);
        }

        @Override
        public boolean mayBeClearedUp() {
            return true;
        }
    }
}
