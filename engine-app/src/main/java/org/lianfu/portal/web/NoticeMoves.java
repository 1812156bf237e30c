package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import org.lianfu.application.Applications;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.NoticeScreen;
import org.lianfu.program.Programs;
import org.lianfu.review.Moves;
import org.springframework.stereotype.Component;

/** Calls the deadlines that a notice moves by the names that their programs give to the steps. */
@Component
class NoticeMoves {

    private final Applications applications;
    private final Programs programs;
    private final Narrator narrator;
    private final Phrases phrases;

    NoticeMoves(Applications applications, Programs programs, Narrator narrator, Phrases phrases) {
        this.applications = applications;
        this.programs = programs;
        this.narrator = narrator;
        this.phrases = phrases;
    }

    List<NoticeScreen.Move> lines(List<Moves.Move> moves, Locale locale) {
        return moves.stream()
                .map(move -> new NoticeScreen.Move(move.no().value(), name(move, locale), move.from(), move.to()))
                .toList();
    }

    private String name(Moves.Move move, Locale locale) {
        if (move.element() == null) {
            return phrases.text("portal.receipt.promised", locale);
        }
        return applications
                .find(move.no())
                .map(application -> narrator.step(programs.version(application.program()), move.element(), locale))
                .orElse(move.element());
    }
}
