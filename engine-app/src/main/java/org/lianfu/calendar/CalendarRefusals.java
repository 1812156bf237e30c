package org.lianfu.calendar;

import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;

/** What the calendar refuses of a notice. */
public final class CalendarRefusals {

    /** The file or what stands beside it is wrong; every fault is named. */
    public static final Refusal NOTICE_FAULTY = Refusal.of("calendar.notice-faulty", Kind.RULE, "全国年节及纪念日放假办法");

    /** The very days of the notice hold already. */
    public static final Refusal NOTICE_KNOWN = Refusal.of("calendar.notice-known", Kind.CONFLICT);

    /** Since the preview another notice has been loaded for the year. */
    public static final Refusal NOTICE_OVERTAKEN = Refusal.of("calendar.notice-overtaken", Kind.CONFLICT);

    private CalendarRefusals() {}
}
