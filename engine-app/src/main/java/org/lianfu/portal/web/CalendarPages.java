package org.lianfu.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.calendar.CalendarYear;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.Notice;
import org.lianfu.calendar.NoticeReader;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.NoticeScreen;
import org.lianfu.portal.Tag;
import org.lianfu.review.NoticeDesk;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page of the working calendar: its years, and the next holiday notice in two steps. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarPages {

    private static final String VIEW = "calendar";

    private final NoticeDesk desk;
    private final Calendars calendars;
    private final NoticeMoves moves;
    private final Phrases phrases;

    CalendarPages(NoticeDesk desk, Calendars calendars, NoticeMoves moves, Phrases phrases) {
        this.desk = desk;
        this.calendars = calendars;
        this.moves = moves;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView show(Locale locale) {
        return PageTools.show(VIEW, screen(new NoticeScreen.Typed("", "", ""), null, List.of(), locale));
    }

    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) MultipartFile file,
            Locale locale)
            throws IOException {
        NoticeScreen.Typed typed = new NoticeScreen.Typed(number, issuedOn, url);
        byte[] bytes = bytes(file);
        try {
            return PageTools.show(VIEW, screen(typed, look(typed, bytes, locale), List.of(), locale));
        } catch (Refused refused) {
            return again(typed, null, refused, locale);
        }
    }

    /**
     * @param content the previewed file in Base64
     * @param replaces version of the year that the preview looked at
     */
    @PostMapping("/notices")
    ModelAndView load(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String replaces,
            RedirectAttributes flash,
            Locale locale) {
        NoticeScreen.Typed typed = new NoticeScreen.Typed(number, issuedOn, url);
        byte[] bytes = decoded(content);
        try {
            NoticeDesk.Loaded loaded = desk.load(actor, bytes, card(typed), replaces);
            Map<String, ?> figures = Map.of(
                    "year", loaded.year().year(),
                    "cases", loaded.moves().cases(),
                    "deadlines", loaded.moves().deadlines(),
                    "promises", loaded.moves().promises());
            flash.addFlashAttribute("flash", phrases.text("portal.calendar.loaded", locale, figures));
            return PageTools.to("/admin/calendar");
        } catch (Refused refused) {
            return again(typed, bytes, refused, locale);
        }
    }

    /** @param file null when it must be chosen again; else what it changes now is shown, if it can be */
    private ModelAndView again(NoticeScreen.Typed typed, byte[] file, Refused refused, Locale locale) {
        NoticeScreen.Preview now = null;
        try {
            now = file == null ? null : look(typed, file, locale);
        } catch (Refused unreadable) {
            // said once is enough: the form stands there, empty of a file
        }
        return PageTools.again(
                VIEW,
                screen(typed, now, faults(refused, locale), locale),
                refused.refusal().kind().status());
    }

    private List<FaultLine> faults(Refused refused, Locale locale) {
        if (refused.faults().isEmpty()) {
            return List.of(new FaultLine(null, phrases.sentence(refused, locale), false));
        }
        List<FaultLine> lines = new ArrayList<>();
        refused.faults()
                .forEach(fault -> lines.add(new FaultLine(
                        "#" + fault.pointer().substring(1), phrases.sentence(fault, locale), fault.warning())));
        return lines;
    }

    private NoticeScreen.Preview look(NoticeScreen.Typed typed, byte[] file, Locale locale) {
        NoticeDesk.Preview seen = desk.preview(file, card(typed));
        boolean fixed = seen.replaced() != null && !seen.replaced().provisional();
        return new NoticeScreen.Preview(
                seen.notice().year(),
                seen.replaces(),
                fixed ? seen.replaced().citation() : null,
                seen.notice().sha256(),
                seen.days().stream()
                        .map(day -> new NoticeScreen.Day(
                                day.date(),
                                new Tag(
                                        phrases.text("portal.calendar." + (day.working() ? "work" : "off"), locale),
                                        day.working() ? Tag.Tone.RUNNING : Tag.Tone.GOOD),
                                day.name()))
                        .toList(),
                seen.moves().cases(),
                seen.moves().deadlines(),
                seen.moves().promises(),
                moves.lines(seen.moves().first(), locale),
                seen.moves().isCut(),
                Base64.getEncoder().encodeToString(file));
    }

    private NoticeScreen screen(
            NoticeScreen.Typed typed, NoticeScreen.Preview preview, List<FaultLine> faults, Locale locale) {
        return new NoticeScreen(
                calendars.now().years().stream().map(year -> line(year, locale)).toList(), typed, preview, faults);
    }

    private NoticeScreen.YearLine line(CalendarYear year, Locale locale) {
        CalendarYear.Loading loading = year.loading();
        return new NoticeScreen.YearLine(
                year.year(),
                year.name(),
                new Tag(
                        phrases.text("portal.calendar." + (year.provisional() ? "provisional" : "fixed"), locale),
                        year.provisional() ? Tag.Tone.QUIET : Tag.Tone.GOOD),
                year.citation(),
                loading == null ? null : loading.issuedOn(),
                loading == null ? null : phrases.person(loading.by(), locale),
                loading == null ? null : loading.at());
    }

    private static Notice.Card card(NoticeScreen.Typed typed) {
        return new Notice.Card(typed.number(), typed.issuedOn(), typed.url());
    }

    private static byte[] bytes(MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(NoticeReader.LARGEST + 1);
        }
    }

    private static byte[] decoded(String content) {
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // not what the page sent: said as an empty file
        }
    }
}
