package org.lianfu.calendar;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/**
 * Reads a notice as an administrator uploads it: the columns of {@code holidays-cn.csv}, one notice a file. Everything
 * that is wrong is said at once, each with its line.
 */
@Component
public class NoticeReader {

    /** A notice has some forty lines; a file beyond this is none. Bytes. */
    public static final int LARGEST = 65_536;

    private static final String FILE = "/file";
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_URL = 400;
    private static final char BOM = '\uFEFF';

    /** Months and days that are holidays in every year whose notice can still come (办法 art. 2). */
    private static final List<String> FIXED = List.of("-01-01", "-05-01", "-05-02", "-10-01", "-10-02", "-10-03");

    private final Calendars calendars;
    private final Clock clock;

    NoticeReader(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param file the bytes as they came; UTF-8 with or without a byte order mark
     * @throws org.lianfu.shared.Refused {@link CalendarRefusals#NOTICE_FAULTY} with every fault
     */
    public Notice read(byte[] file, Notice.Card card) {
        List<Fault> faults = new ArrayList<>();
        String number = strip(card.number());
        if (number.isEmpty() || number.codePointCount(0, number.length()) > LONGEST_NUMBER) {
            faults.add(Fault.of("/number", "notice.number", Map.of("max", String.valueOf(LONGEST_NUMBER))));
        }
        LocalDate issuedOn = issued(strip(card.issuedOn()), faults);
        String url = strip(card.url());
        if (!isWebAddress(url)) {
            faults.add(Fault.of("/url", "notice.url", Map.of("max", String.valueOf(LONGEST_URL))));
        }
        Sheet sheet = new Sheet(url, faults);
        rows(file, faults).forEach(sheet::take);
        if (faults.isEmpty()) {
            checkWhole(sheet);
        }
        if (!faults.isEmpty()) {
            throw CalendarRefusals.NOTICE_FAULTY.with(faults);
        }
        return new Notice(sheet.year, number, issuedOn, url, sheet.days, Digest.hex(file));
    }

    private LocalDate issued(String typed, List<Fault> faults) {
        LocalDate day = date(typed);
        LocalDate today = Times.date(clock.instant());
        if (day == null || day.isAfter(today)) {
            faults.add(Fault.of("/issuedOn", "notice.issued", Map.of("today", today.toString())));
        }
        return day;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = URI.create(url);
            return url.length() <= LONGEST_URL
                    && address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One line of the file; {@code no} counts from 1 as an editor shows it. */
    private record Line(int no, String[] cells) {}

    private static List<Line> rows(byte[] file, List<Fault> faults) {
        if (file.length == 0) {
            faults.add(Fault.of(FILE, "notice.empty"));
            return List.of();
        }
        if (file.length > LARGEST) {
            faults.add(Fault.of(FILE, "notice.large", Map.of("max", String.valueOf(LARGEST / 1024))));
            return List.of();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(Fault.of(FILE, "notice.encoding"));
            return List.of();
        }
        return lines(!text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text, faults);
    }

    private static List<Line> lines(String text, List<Fault> faults) {
        List<Line> rows = new ArrayList<>();
        boolean headed = false;
        int no = 0;
        for (String raw : text.lines().toList()) {
            no++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!headed) {
                headed = true;
                if (!line.equals(Notices.COLUMNS)) {
                    faults.add(Fault.of(FILE, "notice.columns", Map.of("columns", Notices.COLUMNS)));
                    return List.of();
                }
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != Notices.COLUMNS.split(",").length) {
                faults.add(at(no, "notice.cells", "columns", Notices.COLUMNS));
            } else {
                rows.add(new Line(no, cells));
            }
        }
        if (rows.isEmpty() && faults.stream().noneMatch(f -> f.pointer().equals(FILE))) {
            faults.add(Fault.of(FILE, headed ? "notice.no-days" : "notice.empty"));
        }
        return rows;
    }

    /** What the lines say, collected. */
    private final class Sheet {

        private final String url;
        private final List<Fault> faults;
        private final TreeMap<LocalDate, CalendarYear.Day> days = new TreeMap<>();
        private final Map<LocalDate, Integer> lineOf = new TreeMap<>();
        private int year;

        Sheet(String url, List<Fault> faults) {
            this.url = url;
            this.faults = faults;
        }

        void take(Line line) {
            String kind = line.cells()[1].strip();
            String name = line.cells()[2].strip();
            LocalDate date = date(line.cells()[0].strip());
            if (date == null) {
                faults.add(at(line.no(), "notice.date", "date", line.cells()[0]));
                return;
            }
            if (!yearFits(line)) {
                return;
            }
            if (date.getYear() != year && !date.isAfter(LocalDate.of(year - 1, 11, 30)) || date.getYear() > year) {
                faults.add(at(line.no(), "notice.outside", "date", date.toString(), "year", String.valueOf(year)));
            }
            if (!"OFF".equals(kind) && !"WORK".equals(kind)) {
                faults.add(at(line.no(), "notice.kind", "kind", kind));
            }
            if ("WORK".equals(kind) && !HolidayLaw.weekend(date)) {
                faults.add(at(line.no(), "notice.work-on-weekday", "date", date.toString()));
            }
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                faults.add(at(line.no(), "notice.name", "max", String.valueOf(LONGEST_NAME)));
            }
            if (!url.isEmpty() && !line.cells()[4].strip().equals(url)) {
                faults.add(at(line.no(), "notice.other-url", "url", line.cells()[4].strip()));
            }
            Integer earlier = lineOf.putIfAbsent(date, line.no());
            if (earlier != null) {
                faults.add(at(line.no(), "notice.twice", "date", date.toString(), "earlier", earlier.toString()));
            }
            days.put(date, new CalendarYear.Day("WORK".equals(kind), name));
        }

        private boolean yearFits(Line line) {
            String typed = line.cells()[3].strip();
            int named = typed.matches("[0-9]{4}") ? Integer.parseInt(typed) : 0;
            if (named == 0) {
                faults.add(at(line.no(), "notice.year", "year", typed));
                return false;
            }
            if (year == 0) {
                year = named;
            }
            if (named != year) {
                faults.add(at(line.no(), "notice.two-years", "year", typed, "first", String.valueOf(year)));
                return false;
            }
            return true;
        }
    }

    /** What can only be said of all lines together. */
    private void checkWhole(Sheet sheet) {
        int thisYear = Times.date(clock.instant()).getYear();
        int last = calendars.now().years().stream()
                .mapToInt(CalendarYear::year)
                .max()
                .orElse(thisYear);
        if (sheet.year < thisYear || sheet.year > last + 1) {
            sheet.faults.add(Fault.of(
                    FILE,
                    "notice.year-range",
                    Map.of(
                            "year", String.valueOf(sheet.year),
                            "first", String.valueOf(thisYear),
                            "last", String.valueOf(last + 1))));
            return;
        }
        for (String fixed : FIXED) {
            LocalDate holiday = LocalDate.parse(sheet.year + fixed);
            CalendarYear.Day listed = sheet.days.get(holiday);
            if (listed == null || listed.working()) {
                sheet.faults.add(Fault.of(FILE, "notice.holiday-missing", Map.of("date", holiday.toString())));
            }
        }
    }

    /** @throws org.lianfu.shared.Refused {@link CalendarRefusals#NOTICE_KNOWN} when its days hold already */
    public void mustBeNew(Notice notice) {
        CalendarYear holds = calendars.now().year(notice.year()).orElse(null);
        if (holds != null && !holds.provisional() && holds.sameDays(notice.days())) {
            throw CalendarRefusals.NOTICE_KNOWN.because(
                    Map.of("year", String.valueOf(notice.year()), "notice", holds.citation()));
        }
    }

    private static Fault at(int line, String code, String... arguments) {
        Map<String, String> named = new TreeMap<>();
        named.put("line", String.valueOf(line));
        for (int i = 0; i < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return Fault.of(FILE, code, named);
    }

    private static LocalDate date(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String strip(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
