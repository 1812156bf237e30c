package org.lianfu.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Decision;
import org.lianfu.application.Moves;
import org.lianfu.directory.Duties;
import org.lianfu.flow.Flow;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.trail.Entry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every act on a seat needs: the locked case and the step of the seat, who worked before, and what a decided step sets off. */
@Component
class Counter {

    /** Name of the code by which an entry says that it is the decision of the case. */
    private static final String DECISION = "decision";

    private final Applications applications;
    private final Moves moves;
    private final Programs programs;
    private final Steps steps;
    private final CaseClerk clerk;
    private final StepForms forms;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Flow flow;

    Counter(
            Applications applications,
            Moves moves,
            Programs programs,
            Steps steps,
            CaseClerk clerk,
            StepForms forms,
            Duties duties,
            ApplicationEventPublisher events,
            Flow flow) {
        this.applications = applications;
        this.moves = moves;
        this.programs = programs;
        this.steps = steps;
        this.clerk = clerk;
        this.forms = forms;
        this.duties = duties;
        this.events = events;
        this.flow = flow;
    }

    /** The case of a seat, locked; the seat's id tells it. */
    CaseFile open(String seatId) {
        int cut = seatId.lastIndexOf('-');
        String no = cut < 0 ? "" : seatId.substring(0, cut);
        if (!CaseNo.isValid(no)) {
            throw ReviewRefusals.MISSING.because(Map.of("task", seatId));
        }
        return applications.open(new CaseNo(no));
    }

    /** The step of a seat; a seat of another organisation does not exist for this person. */
    Step stepOf(CaseFile file, Actor actor, String seatId) {
        Step found = clerk.stepsOf(file)
                .withSeat(seatId)
                .filter(step -> step.place().isVisibleTo(actor))
                .orElseThrow(() -> ReviewRefusals.MISSING.because(Map.of("task", seatId)));
        if (found.state() == Step.State.CLOSED) {
            mustGoOn(file, found.place().element(), actor);
        }
        return found;
    }

    /** What ended with its case is told with who ended that, not as closed by the system. */
    void mustGoOn(CaseFile file, String element, Actor actor) {
        if (file.application().status().isEnd()) {
            Map<String, Object> told = new LinkedHashMap<>(moves.told(file.application(), actor));
            told.put("step", element);
            throw ReviewRefusals.CASE_ENDED.because(told);
        }
    }

    CaseHistory history(CaseFile file) {
        Program program = programs.version(file.application().program());
        return CaseHistory.of(clerk.stepsOf(file).all(), program, duties);
    }

    /** The entry with which one person decides the case says so, and for how much: the notice is made from it. */
    Entry naming(CaseFile file, Step decided, Voice voice, Entry told) {
        if (decided.isOpen() || decided.rule().isVote() || !def(file, decided).decidesCase()) {
            return told;
        }
        Money amount = decision(voice, decided.endedAt()).amount();
        Entry named = told.data(DECISION, voice.outcome());
        return amount == null ? named : named.amount(amount);
    }

    private StepDef def(CaseFile file, Step step) {
        return programs.version(file.application().program()).step(step.place().element());
    }

    /** The step is decided: what it found is known to the case, and the case moves on. */
    void ended(CaseFile file, Step decided, Actor actor, Voice last) {
        steps.update(decided);
        clerk.overcome(decided);
        Program program = programs.version(file.application().program());
        StepDef def = program.step(decided.place().element());
        // what one member of a committee said is that member's; the committee as a whole says one word
        Voice voice = decided.rule().isVote() ? new Voice(decided.outcome(), "", Map.of(), List.of()) : last;
        file.learn(forms.facts(program, def, voice));
        if (def.decidesCase()) {
            file.decide(decision(voice, decided.endedAt()));
        }
        if (decided.rule().isVote()) {
            Entry voted = voted(decided, actor);
            file.record(def.decidesCase() ? voted.data(DECISION, decided.outcome()) : voted);
        }
        events.publishEvent(new StepDecided(file, decided, actor, voice));
        flow.complete(file.application().no(), decided.place().token());
    }

    private static Entry voted(Step decided, Actor actor) {
        Tally count = decided.tally();
        return Entry.of("step.voted", actor)
                .as(decided.place().role())
                .about("step", decided.id())
                .data("element", decided.place().element())
                .data("outcome", decided.outcome())
                .data("consents", String.valueOf(count.consents()))
                .data("refusals", String.valueOf(count.refusals()))
                .data("abstentions", String.valueOf(count.abstentions()))
                .data("recused", String.valueOf(count.recused()))
                .audience(decided.place().audience());
    }

    private static Decision decision(Voice voice, Instant at) {
        Object fen = "APPROVE".equals(voice.outcome()) ? voice.answers().get("approvedAmount") : null;
        return new Decision(voice.outcome(), fen == null ? null : Money.ofFen((Long) fen), voice.reasons(), at);
    }

    static Entry entry(String type, Actor actor, Step step, String seatId) {
        return Entry.of(type, actor)
                .as(step.place().role())
                .about("task", seatId)
                .data("element", step.place().element())
                .audience(step.place().audience());
    }
}
