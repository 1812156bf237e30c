package org.lianfu.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Json;

/**
 * What was known of the applicant when an act was decided: each looked-up fact with its source and its date.
 *
 * @param askedBy the answers that the registers were asked by; facts about other answers prove nothing
 */
public record Snapshot(Map<String, Object> facts, List<Map<String, Object>> sources, Map<String, Object> askedBy) {

    static final Snapshot EMPTY = new Snapshot(Map.of(), List.of(), Map.of());

    static Snapshot of(Map<String, FactSource.Looked> looked, Map<String, Object> askedBy, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Map<String, Object>> sources = new ArrayList<>();
        looked.forEach((name, found) -> {
            facts.putAll(found.facts());
            sources.add(Map.of("name", name, "source", found.source(), "at", at.toString(), "facts", found.facts()));
        });
        return new Snapshot(facts, sources, askedBy);
    }

    String asJson() {
        return Json.write(sources);
    }
}
