package org.lianfu.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.calendar.CalendarYear;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.Notice;
import org.lianfu.calendar.NoticeReader;
import org.lianfu.http.Idempotent;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Page;
import org.lianfu.review.Moves;
import org.lianfu.review.NoticeDesk;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Digest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST of holiday notices, for the system administrator. */
@RestController
@RequestMapping("/api/v1/calendar")
class NoticeController {

    private final NoticeDesk desk;
    private final Calendars calendars;
    private final Idempotent idempotent;

    NoticeController(NoticeDesk desk, Calendars calendars, Idempotent idempotent) {
        this.desk = desk;
        this.calendars = calendars;
        this.idempotent = idempotent;
    }

    /** @param kind {@code NOTICE} or {@code PROVISIONAL}; the last four are null for what the product shipped */
    record Year(
            int year,
            String version,
            String kind,
            String source,
            String number,
            LocalDate issuedOn,
            String sha256,
            Instant loadedAt) {

        static Year of(CalendarYear year) {
            CalendarYear.Loading loading = year.loading();
            return new Year(
                    year.year(),
                    year.name(),
                    year.kind().name(),
                    year.source(),
                    loading == null ? null : loading.number(),
                    loading == null ? null : loading.issuedOn(),
                    loading == null ? null : loading.fileSha256(),
                    loading == null ? null : loading.at());
        }
    }

    @GetMapping("/years")
    Page<Year> years() {
        return Page.whole(calendars.now().years().stream().map(Year::of).toList());
    }

    /** @param kind what the day becomes, {@code OFF} or {@code WORK} */
    record Day(LocalDate date, String kind, String name) {}

    /** @param step null for the date by which the decision is promised */
    record Moved(String applicationNo, String step, Instant from, Instant to) {}

    record Counted(int cases, int deadlines, int promises) {

        static Counted of(Moves moves) {
            return new Counted(moves.cases(), moves.deadlines(), moves.promises());
        }
    }

    /**
     * @param replaces to be sent back with the act
     * @param replaced the year as it holds now; null when nothing is known of it
     * @param moves the first hundred
     */
    record Preview(
            int year,
            String replaces,
            Year replaced,
            String sha256,
            List<Day> days,
            Counted moved,
            List<Moved> moves) {}

    @PostMapping(path = "/notices/preview", consumes = "multipart/form-data")
    Preview preview(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam(defaultValue = "") String url,
            @RequestParam MultipartFile file)
            throws IOException {
        NoticeDesk.Preview seen = desk.preview(bytes(file), new Notice.Card(number, issuedOn, url));
        return new Preview(
                seen.notice().year(),
                seen.replaces(),
                seen.replaced() == null ? null : Year.of(seen.replaced()),
                seen.notice().sha256(),
                seen.days().stream()
                        .map(day -> new Day(day.date(), day.working() ? "WORK" : "OFF", day.name()))
                        .toList(),
                Counted.of(seen.moves()),
                seen.moves().first().stream()
                        .map(move -> new Moved(move.no().value(), move.element(), move.from(), move.to()))
                        .toList());
    }

    record Loaded(Year year, Counted moved) {}

    /** @param replaces as the preview gave it */
    @PostMapping(path = "/notices", consumes = "multipart/form-data")
    @OncePerKey
    ResponseEntity<Loaded> load(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam(defaultValue = "") String url,
            @RequestParam String replaces,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        byte[] bytes = bytes(file);
        Map<String, String> asked = Map.of(
                "number", number, "issuedOn", issuedOn, "url", url, "replaces", replaces, "file", Digest.hex(bytes));
        return idempotent.answer(request, actor, asked, HttpStatus.CREATED, () -> {
            NoticeDesk.Loaded loaded = desk.load(actor, bytes, new Notice.Card(number, issuedOn, url), replaces);
            return new Loaded(Year.of(loaded.year()), Counted.of(loaded.moves()));
        });
    }

    /** One byte more than a notice may have is enough to refuse it. */
    private static byte[] bytes(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(NoticeReader.LARGEST + 1);
        }
    }
}
