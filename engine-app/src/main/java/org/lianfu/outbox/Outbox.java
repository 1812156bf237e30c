package org.lianfu.outbox;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.lianfu.outbox.store.ParcelMapper;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Json;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where an act puts what has to leave the house; it leaves only if the act commits. */
@Component
public class Outbox {

    private final ParcelMapper mapper;
    private final Incidents incidents;
    private final Clock clock;

    Outbox(ParcelMapper mapper, Incidents incidents, Clock clock) {
        this.mapper = mapper;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * Puts a parcel in, inside the caller's transaction.
     *
     * @param caseNo the case whose parcels keep their order; null when it belongs to none
     * @param body codes and references; personal text is fetched by the courier when it delivers
     * @return the parcel's id, the receiver's protection against doubles
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String put(String topic, String caseNo, Map<String, String> body) {
        String id = Ids.next();
        mapper.insert(id, topic, caseNo, Json.write(new TreeMap<>(body)), Times.micros(clock.instant()));
        return id;
    }

    /**
     * Takes back what this case has not got rid of under this topic, because it has become pointless; the incidents about
     * it are over. What is on its way already may still arrive.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recall(String topic, String caseNo) {
        for (String id : mapper.undelivered(topic, caseNo)) {
            mapper.recalled(id);
            incidents.resolve(id);
        }
    }
}
