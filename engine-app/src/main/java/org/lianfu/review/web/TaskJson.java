package org.lianfu.review.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.calendar.Calendars;
import org.lianfu.http.Messages;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.Place;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Tasks;
import org.springframework.stereotype.Component;

/** Shapes of tasks over REST. */
@Component
class TaskJson {

    private final Messages messages;
    private final Calendars calendars;

    TaskJson(Messages messages, Calendars calendars) {
        this.messages = messages;
        this.calendars = calendars;
    }

    record Holder(String org, String role, String login) {}

    record SeatLine(Holder holder, String state, String outcome, boolean own) {}

    record Opinion(
            String step,
            String name,
            Holder holder,
            String outcome,
            String opinion,
            List<String> reasons,
            Instant at) {}

    /** How a vote stands, and what it needs: so many present, such a share of them consenting. */
    record Tally(
            int consents,
            int refusals,
            int abstentions,
            int recused,
            int open,
            int quorum,
            String share,
            boolean lacksQuorum) {

        static Tally of(Step step) {
            org.lianfu.review.Tally count = step.tally();
            return new Tally(
                    count.consents(),
                    count.refusals(),
                    count.abstentions(),
                    count.recused(),
                    count.open(),
                    step.rule().quorum(),
                    step.rule().share().toString(),
                    step.lacksQuorum());
        }
    }

    record Asked(List<String> items, String reason) {}

    /** @param dueMovedFrom until when it ran before the notice {@code dueMovedBy} moved it; null when none has */
    record Task(
            String id,
            String applicationNo,
            String step,
            String name,
            String program,
            String applicantName,
            String amount,
            Instant arrivedAt,
            Instant dueAt,
            boolean dueProvisional,
            Instant dueMovedFrom,
            String dueMovedBy,
            boolean paused,
            String state,
            String claimedBy,
            List<String> outcomes,
            JsonNode form,
            Map<String, Map<String, Object>> given,
            List<Opinion> opinions,
            List<SeatLine> seats,
            Tally tally,
            Asked supplement,
            Map<String, Object> example) {}

    Task task(Tasks.View view, Locale locale) {
        Step step = view.step();
        Program program = view.program();
        StepDef def =
                step.place().isSupplement() ? null : program.step(step.place().element());
        String form = def == null ? null : def.form();
        return new Task(
                view.seat().id(),
                view.application().no().value(),
                step.place().element(),
                name(program, step.place().element(), locale),
                program.ref().code(),
                view.application().applicantName(),
                view.application().requested() == null || !view.knowsTheMatter()
                        ? null
                        : view.application().requested().yuan(),
                step.clock().openedAt(),
                step.clock().dueAt(),
                step.clock().provisional(),
                step.clock().moved() == null ? null : step.clock().moved().from(),
                step.clock().moved() == null
                        ? null
                        : calendars.citation(step.clock().moved().notice()),
                step.isPaused(),
                view.seat().state().name(),
                view.seat().state() == Seat.State.OPEN ? null : view.seat().person(),
                def == null ? List.of("DONE") : def.outcomes(),
                form == null ? null : program.form(form).json(),
                given(view),
                opinions(view, locale),
                step.seats().stream()
                        .map(seat -> new SeatLine(
                                new Holder(step.place().org(), step.place().role(), seat.person()),
                                seat.state().name(),
                                seat.outcome(),
                                seat.id().equals(view.seat().id())))
                        .toList(),
                step.rule().isVote() ? Tally.of(step) : null,
                view.request() == null
                        ? null
                        : new Asked(view.request().items(), view.request().reason()),
                form == null ? null : program.example().get(form));
    }

    String name(Program program, String element, Locale locale) {
        return Place.SUPPLEMENT.equals(element)
                ? messages.text("task.supplement", locale)
                : program.step(element).name().in(locale);
    }

    private static Map<String, Map<String, Object>> given(Tasks.View view) {
        Map<String, Map<String, Object>> given = new LinkedHashMap<>();
        for (Tasks.Said said : view.said()) {
            if (!said.step().place().isSupplement()) {
                StepDef def = view.program().step(said.step().place().element());
                given.computeIfAbsent(def.element(), k -> new LinkedHashMap<>())
                        .putAll(view.program().form(def.form()).raw(said.voice().answers()));
            }
        }
        return given;
    }

    private List<Opinion> opinions(Tasks.View view, Locale locale) {
        List<Opinion> opinions = new ArrayList<>();
        for (Tasks.Said said : view.said()) {
            Place place = said.step().place();
            opinions.add(new Opinion(
                    place.element(),
                    name(view.program(), place.element(), locale),
                    new Holder(place.org(), place.role(), said.person()),
                    said.seat().outcome(),
                    said.voice().opinion(),
                    said.voice().reasons(),
                    said.seat().decidedAt()));
        }
        return opinions;
    }
}
