package org.lianfu.portal.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianfu.directory.Register;
import org.lianfu.portal.ChangeHistory;
import org.lianfu.portal.Tag;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Money;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Verdict;
import org.springframework.stereotype.Component;

/** Tells entries of an organisation's chain in people's words. */
@Component
class ChangeWords {

    private static final int SHOWN = 30;

    private final Register register;
    private final Phrases phrases;
    private final Show show;

    ChangeWords(Register register, Phrases phrases, Show show) {
        this.register = register;
        this.phrases = phrases;
        this.show = show;
    }

    /** @param about only what is about this person; null for everything */
    ChangeHistory of(Actor actor, String org, String about, Locale locale) {
        Verdict verdict = register.verify(actor, org);
        List<Recorded> found = register.changes(actor, org, about, Long.MAX_VALUE, SHOWN + 1);
        return new ChangeHistory(
                new Tag(
                        phrases.text("portal.directory.chain-" + (verdict.isSound() ? "sound" : "broken"), locale),
                        verdict.isSound() ? Tag.Tone.GOOD : Tag.Tone.BAD),
                verdict.entries(),
                verdict.head(),
                found.stream().limit(SHOWN).map(entry -> line(entry, locale)).toList(),
                found.size() > SHOWN);
    }

    private ChangeHistory.Line line(Recorded entry, Locale locale) {
        Object reason = entry.details() == null ? null : entry.details().get("reason");
        return new ChangeHistory.Line(
                entry.seq(),
                entry.at(),
                Actor.SYSTEM.login().equals(entry.login()) ? null : phrases.person(entry.login(), locale),
                what(entry, locale),
                reason == null ? null : reason.toString(),
                entry.hash());
    }

    private String what(Recorded entry, Locale locale) {
        Map<String, Object> words = new HashMap<>(entry.data());
        if (entry.about() != null) {
            words.put("who", phrases.person(entry.about().id(), locale));
        }
        words.computeIfPresent("role", (name, code) -> phrases.role(code.toString(), locale));
        words.computeIfPresent("from", (name, day) -> day(day.toString(), locale));
        words.computeIfPresent("to", (name, day) -> day(day.toString(), locale));
        words.computeIfPresent("levels", (name, levels) -> levels(levels.toString(), locale));
        return phrases.text("portal.change." + entry.type(), locale, words);
    }

    private String levels(String levels, Locale locale) {
        return Stream.of(levels.split(","))
                .map(level -> level.split(":"))
                .map(level ->
                        phrases.text("portal.limits." + level[0], locale) + " " + show.money(Money.ofYuan(level[1])))
                .collect(Collectors.joining(phrases.text("portal.list-comma", locale)));
    }

    private String day(String iso, Locale locale) {
        LocalDate day = LocalDate.parse(iso);
        return day.getYear() == 9999
                ? phrases.text("portal.directory.no-end", locale)
                : day.getYear() == 1900
                        ? phrases.text("portal.directory.always", locale)
                        : Show.face(locale).day(day);
    }
}
