package org.lianfu.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.PoolScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.shared.Money;

/** The risk pool with invented figures, as somebody who may do everything would see it. */
final class SamplePool {

    private SamplePool() {}

    static PoolScreen screen(SampleParts s, Instant now, boolean refused) {
        return new PoolScreen(
                Money.ofYuan("20000000"),
                Money.ofYuan("86000000"),
                Money.ofYuan("4472000"),
                "5.2000",
                List.of(new PoolScreen.Program(
                        "loan-ip-pledge",
                        s.w("知识产权质押贷", "IP-pledge loan"),
                        new Tag(s.w("预警：须另一人批准", "Warning: a second person approves"), Tone.RUNNING))),
                List.of(new PoolScreen.Report(
                        s.w("示例银行甲", "Example Bank A"), Money.ofYuan("4472000"), LocalDate.of(2026, 11, 30))),
                List.of(
                        new PoolScreen.Move(Money.ofYuan("20000000"), true, s.w("年度注资", "Yearly payment"), now),
                        new PoolScreen.Move(Money.ofYuan("400000"), false, s.w("代偿支出", "Compensation"), now)),
                List.of(
                        line(s, "b2", "2026-12", "OPEN", s.w("待办理", "to be filed"), Tone.RUNNING, 12, 0),
                        line(s, "b1", "2026-11", "RUNNING", s.w("办理中", "running"), Tone.RUNNING, 5_000, 3_120),
                        line(s, "b0", "2026-10", "DONE", s.w("已办结", "done"), Tone.GOOD, 31, 31)),
                true,
                true,
                true,
                true,
                refused ? Map.of("month", "13/2026") : Map.of(),
                refused
                        ? List.of(new FaultLine(
                                "#batch-month",
                                s.w(
                                        "“13/2026”无法识别。请照这个样子填写：2026-11。",
                                        "“13/2026” cannot be read. Write it like this: 2026-11."),
                                false))
                        : List.of());
    }

    private static PoolScreen.BatchLine line(
            SampleParts s, String id, String month, String code, String state, Tone tone, int total, int done) {
        return new PoolScreen.BatchLine(
                id,
                s.w("知识产权质押贷", "IP-pledge loan"),
                month,
                LocalDate.parse(month + "-01").plusMonths(1).withDayOfMonth(10),
                new Tag(state, tone),
                code,
                total,
                done,
                done,
                0,
                0,
                0,
                Money.ofYuan("3000000").plus(Money.ofFen(done)));
    }
}
