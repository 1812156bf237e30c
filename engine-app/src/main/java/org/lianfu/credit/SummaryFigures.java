package org.lianfu.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianfu.shared.Money;

/** Figures by their keys, what the bank has recorded before what the firm has stated, and when the newest was stated. */
final class SummaryFigures {

    private final SummaryLines lines;
    private Instant newest;

    SummaryFigures(SummaryLines lines) {
        this.lines = lines;
    }

    /** The first of these keys under which there is an amount. */
    Money money(String... keys) {
        for (String key : keys) {
            if (value(key) instanceof Long fen) {
                return Money.ofFen(fen);
            }
        }
        return null;
    }

    List<Long> numbers(String... keys) {
        List<Long> numbers = new ArrayList<>();
        for (String key : keys) {
            numbers.add(value(key) instanceof Long number ? number : null);
        }
        return numbers;
    }

    private Object value(String key) {
        Optional<CaseRecord.Noted> noted = lines.record().latest(key);
        Object value = noted.map(n -> n.answers().map().get(key))
                .orElse(lines.filed().answers().get(key));
        Instant at = noted.map(n -> n.seat().decidedAt()).orElse(lines.filed().filedAt());
        if (value != null && (newest == null || at.isAfter(newest))) {
            newest = at;
        }
        return value;
    }

    /** Null when nothing was stated. */
    Instant newest() {
        return newest;
    }
}
