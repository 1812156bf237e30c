package org.lianfu.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lianfu.portal.NoticeScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;

/** The working calendar with an invented notice, before and after somebody has looked at what it changes. */
final class SampleCalendar {

    private static final String NUMBER = "示例通知〔2026〕1号";

    private SampleCalendar() {}

    static NoticeScreen screen(SampleParts s, Instant now, boolean previewed) {
        Tag fixed = new Tag(s.w("放假通知", "Notice"), Tone.GOOD);
        Tag provisional = new Tag(s.w("暂定", "Provisional"), Tone.QUIET);
        return new NoticeScreen(
                List.of(
                        new NoticeScreen.YearLine(
                                2025, "2025.1", fixed, "https://example.invalid/2025", null, null, null),
                        new NoticeScreen.YearLine(
                                2026,
                                "2026.2",
                                fixed,
                                "示例通知〔2025〕1号",
                                LocalDate.of(2025, 11, 4),
                                s.w("示例管理员", "Example administrator"),
                                now),
                        new NoticeScreen.YearLine(
                                2027, "2027.1", provisional, "https://example.invalid/law", null, null, null)),
                previewed
                        ? new NoticeScreen.Typed(NUMBER, "2026-11-04", "https://example.invalid/2027")
                        : new NoticeScreen.Typed("", "", ""),
                previewed ? preview(s, now) : null,
                List.of());
    }

    private static NoticeScreen.Preview preview(SampleParts s, Instant now) {
        Instant later = now.plusSeconds(86_400);
        return new NoticeScreen.Preview(
                2027,
                "2027.1",
                null,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                List.of(
                        new NoticeScreen.Day(
                                LocalDate.of(2027, 1, 3), new Tag(s.w("上班", "working day"), Tone.RUNNING), "元旦"),
                        new NoticeScreen.Day(LocalDate.of(2027, 1, 4), new Tag(s.w("放假", "day off"), Tone.GOOD), "元旦")),
                2,
                2,
                1,
                List.of(
                        new NoticeScreen.Move("IPP-2026-430204-000123", s.w("银行承接", "Bank claims"), now, later),
                        new NoticeScreen.Move("IPP-2026-430211-000040", s.w("贷前调查", "Investigation"), now, later)),
                false,
                "");
    }
}
