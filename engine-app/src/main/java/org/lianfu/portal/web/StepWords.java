package org.lianfu.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.TaskScreen;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Seat;
import org.lianfu.review.Tasks;
import org.springframework.stereotype.Component;

/** What people said on the steps of a case, and what they may attach there, in the reader's language. */
@Component
class StepWords {

    private final Narrator narrator;
    private final Phrases phrases;

    StepWords(Narrator narrator, Phrases phrases) {
        this.narrator = narrator;
        this.phrases = phrases;
    }

    /** What was said before, oldest first; who said nothing and turned nothing down is left out. */
    List<TaskScreen.Opinion> opinions(Program program, List<Tasks.Said> all, Locale locale) {
        List<TaskScreen.Opinion> opinions = new ArrayList<>();
        for (Tasks.Said said : all) {
            var place = said.step().place();
            String text = said.voice() == null || said.voice().opinion().isBlank()
                    ? null
                    : said.voice().opinion();
            if (text == null && !said.voice().isNegative()) {
                continue;
            }
            opinions.add(new TaskScreen.Opinion(
                    narrator.step(program, place.element(), locale),
                    phrases.holder(program, place.org(), place.role(), said.person(), locale),
                    said.seat().state() == Seat.State.RECUSED
                            ? phrases.text("portal.seat.state.RECUSED", locale)
                            : phrases.outcome(said.seat().outcome(), locale),
                    text,
                    said.seat().decidedAt()));
        }
        return opinions;
    }

    /** What may be attached on a step: what the program asks for there, and any other file. */
    List<TaskScreen.FileKind> fileKinds(Program program, StepDef def, Locale locale) {
        List<TaskScreen.FileKind> kinds = new ArrayList<>();
        for (Manifest.OfficeDocument document : program.manifest().officeDocuments()) {
            if (document.step().equals(def.element())) {
                String title = document.title().in(locale);
                kinds.add(new TaskScreen.FileKind(
                        document.kind(), title, document.why().in(locale) + " " + document.clause()));
            }
        }
        kinds.add(new TaskScreen.FileKind(ReviewDesk.OTHER, phrases.text("portal.task.attach-other", locale), null));
        return kinds;
    }
}
