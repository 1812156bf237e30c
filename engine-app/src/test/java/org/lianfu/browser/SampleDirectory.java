package org.lianfu.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.portal.ChangeHistory;
import org.lianfu.portal.DirectoryScreen;
import org.lianfu.portal.DirectoryScreen.Choice;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.LimitsScreen;
import org.lianfu.portal.Page;
import org.lianfu.portal.PersonScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.portal.TypedForm;
import org.lianfu.shared.Money;

/** The administrators' pages with invented people of an invented bank. */
final class SampleDirectory {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private SampleDirectory() {}

    static DirectoryScreen people(SampleParts s, Instant now, boolean refused) {
        String bank = s.w("示例银行甲", "Example Bank A");
        return new DirectoryScreen(
                new Page<>(
                        List.of(
                                new DirectoryScreen.Line(
                                        "bank.a.investigator",
                                        s.w("周调查", "Zhou"),
                                        bank,
                                        List.of(s.w("调查岗", "Investigator"), s.w("客户经理", "Relationship manager")),
                                        new Tag(s.w("可登录", "May sign in"), Tone.GOOD),
                                        DAY,
                                        null),
                                new DirectoryScreen.Line(
                                        "bank.a.new",
                                        s.w("郑新人", "Zheng New"),
                                        bank,
                                        List.of(),
                                        new Tag(s.w("登录已停用", "Sign-in closed"), Tone.BAD),
                                        DAY,
                                        DAY.plusMonths(6)),
                                new DirectoryScreen.Line(
                                        "bank.a.old",
                                        s.w("吴离任", "Wu"),
                                        bank,
                                        List.of(),
                                        new Tag(s.w("已离任", "Has left"), Tone.QUIET),
                                        DAY.minusYears(2),
                                        DAY.minusDays(1))),
                        "/gallery/directory?after=bank.a.old"),
                "BANK_A",
                "",
                true,
                List.of(new Choice("BANK_A", bank), new Choice("ZZ_IIT", s.w("市工信局", "Bureau of Industry"))),
                List.of(new Choice("BANK_A", bank)),
                history(s, now),
                refused
                        ? new TypedForm(
                                "enter",
                                Map.of("login", "Zheng", "name-zh", "郑新人", "org", "BANK_A", "to", "2026-11-01"))
                        : TypedForm.NONE,
                refused
                        ? List.of(
                                new FaultLine(
                                        "#enter-login",
                                        s.w(
                                                "登录名：登录名“Zheng”只能用小写字母、数字和 . - _。请改正。",
                                                "Login: The login “Zheng” may have lower-case letters, digits and . - _ only. Correct it."),
                                        false),
                                new FaultLine(
                                        "#enter-to",
                                        s.w(
                                                "截止日期：截止日期早于起始日期。请改正其中一个。",
                                                "Last day: The last day lies before the first day. Correct one of them."),
                                        false))
                        : List.of());
    }

    static PersonScreen person(SampleParts s, Instant now, boolean refused) {
        return new PersonScreen(
                "bank.a.investigator",
                s.w("周调查", "Zhou"),
                "周调查",
                "Zhou",
                s.w("示例银行甲", "Example Bank A"),
                "BANK_A",
                new Tag(s.w("可登录", "May sign in"), Tone.GOOD),
                DAY.minusYears(1),
                null,
                true,
                false,
                List.of(
                        new PersonScreen.PostLine(
                                "BANK_INVESTIGATOR",
                                s.w("调查岗", "Investigator"),
                                null,
                                null,
                                new Tag(s.w("在任", "Held"), Tone.GOOD),
                                true),
                        new PersonScreen.PostLine(
                                "BANK_RM",
                                s.w("客户经理", "Relationship manager"),
                                DAY.minusYears(1),
                                DAY.minusDays(20),
                                new Tag(s.w("已结束", "Over"), Tone.QUIET),
                                false)),
                List.of(
                        new Choice("BANK_POSTLOAN", s.w("贷后管理岗", "Post-loan manager")),
                        new Choice("SEC_ADMIN", s.w("安全管理员", "Security administrator"))),
                true,
                true,
                false,
                7,
                history(s, now),
                refused ? new TypedForm("give", Map.of("role", "SEC_ADMIN", "reason", "兼任")) : TypedForm.NONE,
                refused
                        ? List.of(new FaultLine(
                                "#give-role",
                                s.w(
                                        "“bank.a.investigator”担任系统管理员（长期），不得同时担任安全管理员。请先结束前一岗位，或另择他人。",
                                        "“bank.a.investigator” is System administrator (without end) and may not be Security administrator at the same time. End that post first, or choose somebody else."),
                                false))
                        : List.of());
    }

    static LimitsScreen limits(SampleParts s, Instant now, boolean refused) {
        String program = s.w("知识产权质押贷", "IP-pledge loan");
        return new LimitsScreen(
                "BANK_A",
                s.w("示例银行甲", "Example Bank A"),
                List.of(
                        set(s, now, "l2", program, DAY.plusDays(7), "3000000", "PROPOSED"),
                        set(s, now, "l1", program, DAY.minusDays(90), "2000000", "HOLDS")),
                true,
                List.of(new Choice("loan-ip-pledge", program)),
                history(s, now),
                refused
                        ? new TypedForm("propose", Map.of("branch", "3000000", "city", "2000000", "committee", "-1"))
                        : TypedForm.NONE,
                refused
                        ? List.of(
                                new FaultLine(
                                        "#propose-city",
                                        s.w(
                                                "市分行专职审批人上限：上限 2000000.00 不高于下一级的 3000000.00，两级会重叠。请逐级提高。",
                                                "Limit of the city approver: The limit 2000000.00 is not above that of the level below, 3000000.00: the two would overlap. Let each level be higher."),
                                        false),
                                new FaultLine(
                                        "#propose-committee",
                                        s.w(
                                                "市分行贷审会上限：“-1”不是金额。请填不小于零、最多两位小数的元数。",
                                                "Limit of the committee: “-1” is no amount. Give yuan of zero or more."),
                                        false))
                        : List.of());
    }

    private static LimitsScreen.Line set(
            SampleParts s, Instant now, String id, String program, LocalDate from, String branch, String state) {
        boolean open = state.equals("PROPOSED");
        return new LimitsScreen.Line(
                id,
                program,
                from,
                Money.ofYuan(branch),
                Money.ofYuan("8000000"),
                Money.ofYuan("20000000"),
                s.w("示例银行甲授权书〔2026〕1号", "Example Bank A, letter of authority 1/2026"),
                new Tag(
                        open ? s.w("待复核", "Waits for a second person") : s.w("执行中", "In force"),
                        open ? Tone.YOURS : Tone.GOOD),
                s.w("甲行安全管理", "Bank A Security"),
                now,
                open ? null : s.w("安全管理", "Security Admin"),
                open ? null : now,
                open,
                open);
    }

    private static ChangeHistory history(SampleParts s, Instant now) {
        return new ChangeHistory(
                new Tag(s.w("链已核验，完整", "Chain verified, whole"), Tone.GOOD),
                128,
                SampleParts.HASH,
                List.of(
                        new ChangeHistory.Line(
                                128,
                                now,
                                s.w("安全管理", "Security Admin"),
                                s.w(
                                        "授予周调查岗位“调查岗”（2026-11-24至不限期）",
                                        "gave Zhou the post “Investigator” (from: 24 Nov 2026, until: without end)"),
                                s.w("人手不足，临时调入。", "Short of hands."),
                                SampleParts.HASH),
                        new ChangeHistory.Line(12, now, null, s.w("登记了人员周调查", "entered Zhou"), null, SampleParts.HASH)),
                true);
    }
}
