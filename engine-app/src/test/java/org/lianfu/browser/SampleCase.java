package org.lianfu.browser;

import java.time.Instant;
import java.util.List;
import org.lianfu.portal.CaseScreen;
import org.lianfu.portal.CaseScreen.Acts;
import org.lianfu.portal.CaseScreen.Happening;
import org.lianfu.portal.CaseScreen.Progress;
import org.lianfu.portal.CaseScreen.StepLine;
import org.lianfu.portal.CaseScreen.TrailLine;
import org.lianfu.portal.Holder;
import org.lianfu.portal.Page;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.shared.Money;

/** One case in the gallery, running or over. */
final class SampleCase {

    private SampleCase() {}

    static CaseScreen screen(Samples s, boolean running) {
        Holder investigator = s.bank("调查岗", "Investigator");
        Holder firm = new Holder(s.firm(), s.w("签署人", "Signer"), null);
        Instant at = SampleParts.NOW.minusSeconds(259_200);
        return new CaseScreen(
                SampleParts.NO,
                "loan-ip-pledge",
                s.program(),
                "1.0.0",
                s.firm(),
                "91430200MA4TE5T13J",
                running ? new Tag(s.w("审核中", "Under review"), Tone.RUNNING) : new Tag(s.w("已结清", "Settled"), Tone.GOOD),
                running
                        ? s.w(
                                "示例银行甲正在贷前调查，2026-12-25 到达，请在 2027-01-07 前办结。",
                                "Sample Bank A is investigating since 25 Dec 2026, due by the end of 7 Jan 2027.")
                        : s.w("贷款已还清，质押已注销，本案办结。", "The loan is repaid, the pledge released, the case closed."),
                running
                        ? List.of(new CaseScreen.Waiting(
                                s.w("贷前调查", "Investigation"),
                                investigator,
                                at,
                                s.due("2027-01-07T15:59:59Z", 8, true, 3),
                                "/gallery/task",
                                true))
                        : List.of(),
                running ? s.due("2027-01-21T15:59:59Z", 18, true, 3) : null,
                null,
                new CaseScreen.Amounts(
                        Money.ofYuan("3000000"),
                        running ? null : Money.ofYuan("2500000"),
                        running ? null : Money.ofYuan("2500000")),
                running
                        ? null
                        : new CaseScreen.Decision(
                                new Tag(s.w("批准", "Approved"), Tone.GOOD),
                                Money.ofYuan("2500000"),
                                List.of(
                                        s.w("期限 12 个月", "Term 12 months"),
                                        s.w("1 年期 LPR + 45 个基点", "1-year LPR + 45 basis points")),
                                List.of(),
                                at),
                running
                        ? null
                        : new CaseScreen.Loan(
                                new Tag(s.w("已结清", "Settled"), Tone.GOOD), Money.ofYuan("2500000"), Money.ZERO),
                List.of(
                        new Happening(
                                at,
                                s.w("示例银行甲受理了申请", "Sample Bank A took the case"),
                                s.bank("客户经理", "Relationship manager")),
                        new Happening(
                                at.minusSeconds(3_600),
                                s.w("申请送达示例银行甲，2 个工作日内答复", "Offered to Sample Bank A, to answer within 2 working days"),
                                new Holder(s.w("系统", "System"), "", null)),
                        new Happening(
                                at.minusSeconds(3_700),
                                s.w("申请签署提交，回执 SL-2026-000123", "Signed and submitted, receipt SL-2026-000123"),
                                firm)),
                List.of(
                        step(s, "bankClaim", "银行受理", "Bank claims", "客户经理", "RM", Progress.DONE, at),
                        step(
                                s,
                                "investigate",
                                "贷前调查",
                                "Investigation",
                                "调查岗",
                                "Investigators",
                                running ? Progress.CURRENT : Progress.DONE,
                                at),
                        step(
                                s,
                                "decideCredit",
                                "审批",
                                "Decision",
                                "审批人",
                                "Approver",
                                running ? Progress.LATER : Progress.DONE,
                                null),
                        step(
                                s,
                                "awaitRegistration",
                                "质押登记",
                                "Pledge registration",
                                "登记机构",
                                "Registry",
                                running ? Progress.LATER : Progress.DONE,
                                null),
                        step(
                                s,
                                "recordRepayment",
                                "登记还款",
                                "Repayment",
                                "客户经理",
                                "RM",
                                running ? Progress.LATER : Progress.DONE,
                                null)),
                List.of(new CaseScreen.Picture(
                        "",
                        s.w("知识产权质押贷", "IP-pledge loan"),
                        "/gallery/diagram.bpmn",
                        running
                                ? List.of("start", "bankClaim")
                                : List.of("start", "bankClaim", "investigate", "decideCredit", "gw", "settled"),
                        running ? List.of("investigate") : List.of(),
                        List.of(),
                        List.of(),
                        List.of())),
                s.groups(false),
                s.files(false),
                List.of(new CaseScreen.DocumentLine(s.w("申请回执", "Application receipt"), at, "/gallery/receipt")),
                new Page<>(
                        List.of(
                                new TrailLine(
                                        1,
                                        at,
                                        s.w("申请提交", "Submitted"),
                                        "application.submitted",
                                        firm,
                                        s.w("暂存 → 已提交", "Draft → Submitted"),
                                        Money.ofYuan("3000000"),
                                        hash('a'),
                                        hash('0'),
                                        true),
                                new TrailLine(
                                        2,
                                        at,
                                        s.w("银行受理", "Claimed by the bank"),
                                        "step.decided",
                                        s.bank("客户经理", "RM"),
                                        s.w("已提交 → 审核中", "Submitted → Under review"),
                                        null,
                                        hash('b'),
                                        hash('a'),
                                        true),
                                new TrailLine(
                                        3,
                                        at,
                                        s.w("调查意见", "Investigation recorded"),
                                        "step.decided",
                                        investigator,
                                        null,
                                        null,
                                        hash('c'),
                                        hash('b'),
                                        false)),
                        running ? "/gallery/case?after=3" : null),
                true,
                "/gallery/credit-summary",
                running ? new Acts("/gallery/withdraw", "/gallery/supplement", null) : new Acts(null, null, null));
    }

    private static StepLine step(
            Samples s, String id, String zh, String en, String roleZh, String roleEn, Progress progress, Instant at) {
        return new StepLine(
                id,
                s.w(zh, en),
                s.w(roleZh, roleEn),
                progress,
                at,
                progress == Progress.CURRENT ? s.bank(roleZh, roleEn) : null);
    }

    private static String hash(char c) {
        return String.valueOf(c).repeat(64);
    }
}
