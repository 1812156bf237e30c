package org.lianfu.browser;

import java.time.Instant;
import java.util.List;
import org.lianfu.credit.CreditSummary;
import org.lianfu.credit.CreditSummary.Line;
import org.lianfu.credit.CreditSummary.Section;
import org.lianfu.portal.SummaryScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.portal.TaskScreen;
import org.lianfu.shared.Money;

/** A credit summary with invented figures: some lacking, some asking for a second look. */
final class SampleSummary {

    private static final Instant FILED = SampleParts.NOW.minusSeconds(900_000);
    private static final Instant VISITED = SampleParts.NOW.minusSeconds(236_460);

    private final Samples s;

    private SampleSummary(Samples s) {
        this.s = s;
    }

    static SummaryScreen screen(Samples s) {
        return new SummaryScreen(
                summary(s),
                s.program(),
                new Tag(s.w("审核中", "Under review"), Tone.RUNNING),
                List.of(new TaskScreen.Opinion(
                        s.w("贷前调查", "Investigation"),
                        s.bank("调查岗", "Investigator"),
                        s.w("已完成", "Done"),
                        s.w("经营正常，专利与主营产品相关。", "Business is sound; the patent covers the main product."),
                        VISITED)),
                s.files(false),
                "/gallery/task");
    }

    static CreditSummary summary(Samples s) {
        return new SampleSummary(s).summary();
    }

    private CreditSummary summary() {
        return new CreditSummary(
                SampleParts.NO,
                "loan-ip-pledge",
                "5",
                s.firm(),
                Money.ofYuan("3000000"),
                SampleParts.NOW,
                List.of(
                        new Section(
                                "FIRM",
                                s.w("企业与登记", "Firm and registration"),
                                List.of(
                                        register(s.w("登记状态", "Registration"), s.w("存续", "In force"), false),
                                        register(s.w("纳税信用级别", "Tax grade"), "A", false))),
                        new Section(
                                "FINANCE",
                                s.w("财务数据与指标", "Finances and ratios"),
                                List.of(
                                        stated(
                                                s.w("资产总额", "Total assets"),
                                                s.w("120,000,000.00 元", "CNY 120,000,000.00")),
                                        found(
                                                s.w("负债总额", "Total liabilities"),
                                                s.w("58,200,000.00 元", "CNY 58,200,000.00"),
                                                s.w("55,200,000.00 元", "CNY 55,200,000.00")),
                                        stated(s.w("流动负债", "Current liabilities"), null),
                                        computed(s.w("资产负债率", "Debt ratio"), "48.50%", false),
                                        computed(s.w("流动比率", "Current ratio"), null, false))),
                        new Section(
                                "NEED",
                                s.w("资金需求测算", "Need of working capital"),
                                List.of(computed(
                                        s.w("新增流动资金需求（决策表测算）", "New working capital needed (by the decision table)"),
                                        s.w("24,474,166.66 元", "CNY 24,474,166.66"),
                                        false))),
                        new Section(
                                "HITS",
                                s.w("重复与关联", "Duplicates and related parties"),
                                List.of(
                                        house(
                                                s.w("其他在办案件使用同一专利", "Same patent in another open case"),
                                                "IPP-2026-430204-000017",
                                                true),
                                        house(
                                                s.w("提款发票", "Invoice of the draw-down"),
                                                s.w("未发现", "None found"),
                                                false))),
                        new Section(
                                "RULES",
                                s.w("规则结果", "Results of the rules"),
                                List.of(
                                        rule(
                                                "approver",
                                                s.w("审批权限", "Authority"),
                                                s.w("支行审批人", "Branch approver"),
                                                "§23"),
                                        rule(
                                                "R04",
                                                s.w("企业成立不满 12 个月", "The firm is younger than 12 months"),
                                                s.w("不存在", "Not there"),
                                                "§2")))));
    }

    private Line register(String label, String text, boolean alert) {
        return line("r", label, text, null, s.w("演示数据", "Demo data"), FILED, null, alert);
    }

    private Line stated(String label, String text) {
        return line("f", label, text, null, s.w("企业申报", "Stated by the firm"), FILED, null, false);
    }

    private Line found(String label, String text, String otherwise) {
        return line("n", label, text, otherwise, s.w("贷前调查", "Investigation"), VISITED, null, true);
    }

    private Line computed(String label, String text, boolean alert) {
        return line("c", label, text, null, s.w("由上述数据计算", "Worked out from these figures"), VISITED, null, alert);
    }

    private Line house(String label, String text, boolean alert) {
        return line("h", label, text, null, s.w("本平台记录", "Records of this platform"), SampleParts.NOW, null, alert);
    }

    private Line rule(String key, String label, String text, String clause) {
        return line(
                key, label, text, null, s.w("确定审批权限（第 5 版）", "Find the authority (version 5)"), VISITED, clause, false);
    }

    private Line line(
            String key,
            String label,
            String text,
            String otherwise,
            String source,
            Instant at,
            String clause,
            boolean alert) {
        String shown = text == null ? s.w("未填报", "Not filed") : text;
        return new Line(key, label, text, shown, otherwise, source, at, clause, alert);
    }
}
