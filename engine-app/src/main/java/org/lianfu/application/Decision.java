package org.lianfu.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Json;
import org.lianfu.shared.Money;

/**
 * The decision of a case as its applicant reads it.
 *
 * @param outcome {@code APPROVE} or {@code REJECT}
 * @param amount what was approved; null when nothing was
 * @param reasons coded reasons, for example {@code B04}
 */
public record Decision(String outcome, Money amount, List<String> reasons, Instant decidedAt) {

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("outcome", outcome);
        if (amount != null) {
            map.put("amountFen", amount.fen());
        }
        map.put("reasons", reasons);
        map.put("decidedAt", decidedAt.toString());
        return map;
    }

    @SuppressWarnings("unchecked")
    public static Decision read(String json) {
        Map<String, Object> map = Json.map(json);
        Object fen = map.get("amountFen");
        return new Decision(
                (String) map.get("outcome"),
                fen == null ? null : Money.ofFen((Long) fen),
                (List<String>) map.get("reasons"),
                Instant.parse((String) map.get("decidedAt")));
    }
}
