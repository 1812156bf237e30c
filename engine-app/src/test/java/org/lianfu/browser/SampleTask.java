package org.lianfu.browser;

import java.util.List;
import org.lianfu.portal.AnswerGroup;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.portal.TaskScreen;
import org.lianfu.portal.TaskScreen.Outcome;
import org.lianfu.portal.TaskScreen.State;

/** One task in the gallery: mine, open, or waiting for the firm. */
final class SampleTask {

    private SampleTask() {}

    static TaskScreen screen(Samples s, String name) {
        State state = name.endsWith(".open") ? State.OPEN : name.endsWith(".waiting") ? State.WAITING : State.MINE;
        return new TaskScreen(
                s.task(
                        "t2",
                        s.w("审批", "Credit decision"),
                        null,
                        state != State.OPEN,
                        s.due("2027-01-06T15:59:59Z", 7, true, 2)),
                state,
                new Tag(s.w("审核中", "Under review"), Tone.RUNNING),
                "/gallery/case",
                "1.0.0",
                state == State.MINE ? SampleSummary.summary(s) : null,
                s.groups(false),
                s.files(false),
                List.of(new AnswerGroup(
                        s.w("贷前调查", "Investigation"),
                        null,
                        s.w("示例银行甲 调查岗 · 2026-12-25 16:40", "Sample Bank A, investigator · 25 Dec 2026, 16:40"),
                        List.of(
                                new AnswerGroup.Answer(
                                        null,
                                        s.w("还款来源", "Source of repayment"),
                                        List.of(s.w(
                                                "主营业务回款，近 12 个月回款 4,200 万元。",
                                                "Sales receipts, CNY 42 million over the last 12 months.")),
                                        null),
                                new AnswerGroup.Answer(
                                        null,
                                        s.w("建议额度", "Proposed amount"),
                                        List.of(s.w("2,500,000 元", "CNY 2,500,000")),
                                        null)))),
                List.of(new TaskScreen.Opinion(
                        s.w("贷前调查", "Investigation"),
                        s.bank("调查岗", "Investigator"),
                        s.w("已完成", "Done"),
                        s.w("经营正常，专利与主营产品相关。", "Business is sound; the patent covers the main product."),
                        SampleParts.NOW.minusSeconds(236_460))),
                List.of(
                        new TaskScreen.Seat(
                                s.bank("调查岗", "Investigator"),
                                new Tag(s.w("已办", "Done"), Tone.GOOD),
                                s.w("已完成", "Done")),
                        new TaskScreen.Seat(
                                s.bank("调查岗", "Investigator"), new Tag(s.w("待签收", "Open"), Tone.RUNNING), null)),
                new TaskScreen.Tally(
                        s.w(
                                "同意 3，不同意 1，弃权 0，未表决 0，回避 3",
                                "3 for, 1 against, 0 abstaining, 0 still to speak, 3 recused"),
                        s.w(
                                "至少 5 人参加，参加人数的 2/3 同意为通过；结果确定即办结",
                                "At least 5 must take part, 2/3 of them must consent; decided as soon as the result is fixed"),
                        true,
                        true),
                true,
                state == State.MINE ? SampleForm.rows(s, false) : List.of(),
                List.of(
                        new Outcome("APPROVE", s.w("批准", "Approve"), false, true),
                        new Outcome("REJECT", s.w("不批准", "Reject"), true, false)),
                "",
                "",
                "",
                "",
                List.of(
                        new TaskScreen.FileKind(
                                "PHOTOS",
                                s.w("现场调查照片", "Photos of the visit"),
                                s.w("拍摄经营场所、设备和存货。 §7", "Premises, equipment and stock. §7")),
                        new TaskScreen.FileKind("other", s.w("其他材料", "Other file"), null)),
                true,
                state == State.WAITING
                        ? new TaskScreen.Supplement(
                                List.of(s.w("近三个月银行流水", "Bank statements of the last three months")),
                                s.w("核实还款来源。", "To verify repayment."),
                                s.due("2027-01-05T15:59:59Z", 5, true, 0),
                                SampleParts.NOW)
                        : null,
                List.of(),
                null);
    }
}
