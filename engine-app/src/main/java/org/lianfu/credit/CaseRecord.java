package org.lianfu.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Tasks;
import org.lianfu.review.Voice;
import org.lianfu.shared.Money;

/** What the steps of one case have recorded 卷内记录, found by the keys of their forms; the latest is what holds. */
final class CaseRecord {

    private final List<Noted> noted;

    private CaseRecord(List<Noted> noted) {
        this.noted = noted;
    }

    static CaseRecord of(List<Step> steps, Map<String, Voice> voices) {
        List<Noted> noted = new ArrayList<>();
        for (Step step : steps) {
            for (Seat seat : step.seats()) {
                Voice voice = voices.get(seat.id());
                if (seat.state() == Seat.State.DECIDED && voice != null) {
                    noted.add(new Noted(step, seat, new Answered(voice.answers())));
                }
            }
        }
        noted.sort(Comparator.comparing((Noted n) -> n.seat().decidedAt()));
        return new CaseRecord(noted);
    }

    /** The same of what one reader may read. */
    static CaseRecord of(List<Tasks.Said> said) {
        List<Noted> noted = new ArrayList<>();
        for (Tasks.Said one : said) {
            if (one.seat().state() == Seat.State.DECIDED && one.voice() != null) {
                noted.add(new Noted(
                        one.step(), one.seat(), new Answered(one.voice().answers())));
            }
        }
        return new CaseRecord(noted);
    }

    /** Everybody's newest word on a key: all the seats of the newest step that has it. */
    List<Noted> newest(String key) {
        return latest(key)
                .map(last -> noted.stream()
                        .filter(n -> n.step().id().equals(last.step().id()))
                        .filter(n -> n.answers().has(key))
                        .toList())
                .orElse(List.of());
    }

    /** When something was last recorded under one of these keys. */
    Optional<Instant> lastOf(Collection<String> keys) {
        return noted.stream()
                .filter(n -> keys.stream().anyMatch(key -> n.answers().has(key)))
                .map(n -> n.seat().decidedAt())
                .reduce((earlier, later) -> later);
    }

    /** One decided seat and what was answered on it. */
    record Noted(Step step, Seat seat, Answered answers) {}

    /** The latest that has all these keys. */
    Optional<Noted> latest(String... keys) {
        for (int i = noted.size() - 1; i >= 0; i--) {
            if (noted.get(i).answers().has(keys)) {
                return Optional.of(noted.get(i));
            }
        }
        return Optional.empty();
    }

    /** All amounts together that were answered under this key. */
    Money sum(String key) {
        return noted.stream()
                .filter(n -> n.answers().has(key))
                .map(n -> n.answers().money(key))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The person who decided last: whoever made the token move now. */
    String lastPerson() {
        return noted.get(noted.size() - 1).seat().person();
    }

    /** Typed answers of one form. */
    record Answered(Map<String, Object> map) {

        boolean has(String... keys) {
            for (String key : keys) {
                if (map.get(key) == null) {
                    return false;
                }
            }
            return true;
        }

        String text(String key) {
            return String.valueOf(map.get(key));
        }

        Money money(String key) {
            return Money.ofFen((Long) map.get(key));
        }

        int number(String key) {
            return Math.toIntExact((Long) map.get(key));
        }

        LocalDate date(String key) {
            return LocalDate.parse(text(key));
        }

        BigDecimal decimal(String key) {
            return new BigDecimal(text(key));
        }

        @SuppressWarnings("unchecked")
        List<String> codes(String key) {
            Object codes = map.get(key);
            return codes == null ? List.of() : codes instanceof List<?> list ? (List<String>) list : List.of(text(key));
        }
    }
}
