package org.lianfu.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lianfu.portal.AnswerGroup;
import org.lianfu.portal.AnswerGroup.Answer;
import org.lianfu.portal.CaseLine;
import org.lianfu.portal.Deadline;
import org.lianfu.portal.DocumentsScreen;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.FileLine;
import org.lianfu.portal.Holder;
import org.lianfu.portal.IncidentsScreen;
import org.lianfu.portal.Page;
import org.lianfu.portal.ProgramLine;
import org.lianfu.portal.ProgramScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.portal.TaskLine;
import org.lianfu.shared.Money;

/** Invented lists and small things that the exhibits are made of, in one of the two languages. */
class SampleParts {

    static final Instant NOW = Instant.parse("2026-12-28T02:21:00Z");
    static final String NO = "IPP-2026-430204-000123";
    static final String HASH = "9f2c1b7e4d6a8035c1f7e2d49ab36508f1c2d3e4b5a69788796a5b4c3d2e1f00";

    private final boolean english;

    SampleParts(boolean english) {
        this.english = english;
    }

    String w(String zh, String en) {
        return english ? en : zh;
    }

    String refusal(int status) {
        return switch (status) {
            case 403 -> "http.forbidden";
            case 404 -> "http.missing";
            case 409 -> "http.concurrent";
            case 413 -> "http.too-large";
            case 429 -> "http.too-many";
            case 500 -> "http.internal";
            case 503 -> "http.unavailable";
            default -> "http.malformed";
        };
    }

    String program() {
        return w("知识产权质押贷", "IP-pledge loan");
    }

    String firm() {
        return w("株洲示例轨道部件有限公司", "Zhuzhou Sample Rail Parts Co., Ltd");
    }

    Holder bank(String zh, String en) {
        return new Holder(w("示例银行甲", "Sample Bank A"), w(zh, en), null);
    }

    Deadline due(String at, int left, boolean provisional, int paused) {
        return new Deadline(Instant.parse(at), left, Deadline.Unit.WORKING_DAYS, provisional, false, paused, null);
    }

    List<ProgramLine> programs() {
        return programs(ProgramLine.Fit.FITS, ProgramLine.Fit.NOT_YET);
    }

    /** @param fit of the first; {@code other} of the second */
    List<ProgramLine> programs(ProgramLine.Fit fit, ProgramLine.Fit other) {
        return List.of(
                new ProgramLine(
                        "loan-ip-pledge",
                        "1.0.0",
                        program(),
                        w("科技金融", "Fintech loans"),
                        w("市政府金融办", "Municipal Finance Office"),
                        w("以专利、商标等知识产权质押，向银行申请流动资金贷款。", "Pledge patents or trademarks for a working-capital loan."),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        true,
                        fit),
                new ProgramLine(
                        "talent-subsidy",
                        "0.3.0",
                        w("人才购房补贴", "Talent housing subsidy"),
                        w("人才", "Talent"),
                        w("市委人才办", "Talent Office"),
                        null,
                        null,
                        null,
                        true,
                        other),
                new ProgramLine(
                        "gold-seed",
                        "0.1.0",
                        w("金种子企业培育", "Golden Seed cultivation"),
                        w("上市培育", "Listing"),
                        w("市政府金融办", "Municipal Finance Office"),
                        null,
                        null,
                        null,
                        false,
                        ProgramLine.Fit.UNKNOWN));
    }

    ProgramScreen.Verdict verdict(boolean fits) {
        return new ProgramScreen.Verdict(
                fits ? ProgramLine.Fit.FITS : ProgramLine.Fit.NOT_YET,
                List.of(
                        new ProgramScreen.Reason(
                                "E01",
                                true,
                                "§3",
                                "申请企业应在株洲市登记注册，且登记状态为存续。",
                                w("在株洲市登记，状态存续", "Registered in Zhuzhou and in operation")),
                        new ProgramScreen.Reason(
                                "E02",
                                true,
                                "§4",
                                null,
                                w("专利有效，且为登记权利人", "The patent is valid and registered to the firm")),
                        new ProgramScreen.Reason(
                                "P09",
                                fits,
                                "§7（二）",
                                "同一专利权已质押且未注销登记的，不予受理。",
                                fits
                                        ? w("专利没有质押在先", "The patent is not pledged already")
                                        : w("专利已质押给他人，须先注销质押登记", "The patent is already pledged: release it first"))),
                w("依据登记信息（2026-12-24）", "compared with register data of 24 Dec 2026"));
    }

    List<AnswerGroup> groups(boolean change) {
        return List.of(
                new AnswerGroup(
                        w("企业信息", "The firm"),
                        change ? "/gallery/section" : null,
                        null,
                        List.of(
                                answer(w("企业名称", "Name"), firm()),
                                answer(w("统一社会信用代码", "Credit code"), "91430200MA4TE5T13J"),
                                answer(w("联系人", "Contact"), w("张经办", "Zhang, operator") + "，138****1234"))),
                new AnswerGroup(
                        w("贷款需求", "The loan"),
                        change ? "/gallery/section" : null,
                        null,
                        List.of(
                                answer(w("申请金额", "Amount"), w("3,000,000 元", "CNY 3,000,000")),
                                answer(w("期限", "Term"), w("12 个月", "12 months")),
                                new Answer(
                                        "f-purpose",
                                        w("用途", "Purpose"),
                                        List.of(),
                                        change ? w("此项必填，请填写用途。", "Required: say what the loan is for.") : null))),
                new AnswerGroup(
                        w("质押的知识产权", "Rights to pledge"),
                        change ? "/gallery/section" : null,
                        null,
                        List.of(answer(w("专利号", "Patent"), "ZL202110123456.7", "ZL202210654321.0"))));
    }

    static Answer answer(String label, String... lines) {
        return new Answer(null, label, List.of(lines), null);
    }

    List<FileLine> files(boolean delete) {
        return List.of(
                new FileLine(
                        w("营业执照", "Business licence"),
                        w("营业执照.pdf", "licence.pdf"),
                        421_888,
                        HASH,
                        NOW,
                        "/gallery/case",
                        delete ? "/gallery/documents" : null),
                new FileLine(
                        w("专利登记簿副本", "Patent register extract"),
                        "ZL202110123456.7.pdf",
                        1_258_291,
                        HASH,
                        NOW,
                        "/gallery/case",
                        delete ? "/gallery/documents" : null));
    }

    List<DocumentsScreen.Need> needs() {
        return List.of(
                new DocumentsScreen.Need(
                        "LICENSE",
                        w("营业执照", "Business licence"),
                        true,
                        w("核对登记主体和注册地。", "To check who applies and where it is registered."),
                        "§1",
                        files(true).subList(0, 1)),
                new DocumentsScreen.Need(
                        "PATENT",
                        w("专利登记簿副本", "Patent register extract"),
                        true,
                        w("核对专利权人和法律状态。", "To check owner and legal status."),
                        "§11",
                        List.of()),
                new DocumentsScreen.Need("VALUATION", w("评估报告", "Valuation report"), false, null, null, List.of()));
    }

    List<TaskLine> tasks() {
        return List.of(
                task("t1", w("银行受理", "Bank claims the case"), null, false, due("2026-12-29T15:59:59Z", 1, false, 0)),
                task("t2", w("贷前调查", "Investigation"), null, true, due("2026-12-24T15:59:59Z", -2, false, 0)),
                task(
                        "t3",
                        w("审批", "Credit decision"),
                        w("王审批", "Wang"),
                        false,
                        due("2027-01-08T15:59:59Z", 9, true, 0)));
    }

    TaskLine task(String id, String step, String by, boolean mine, Deadline deadline) {
        return new TaskLine(
                id,
                NO,
                step,
                program(),
                firm(),
                Money.ofYuan("3000000"),
                NOW.minusSeconds(deadline.late() ? 950_400 : 259_200),
                deadline,
                by,
                mine,
                null);
    }

    List<CaseLine> cases() {
        Instant at = NOW.minusSeconds(400_000);
        return List.of(
                new CaseLine(
                        NO,
                        "/gallery/case",
                        program(),
                        firm(),
                        Money.ofYuan("3000000"),
                        new Tag(w("审核中", "Under review"), Tone.RUNNING),
                        w("贷前调查 · 示例银行甲", "Investigation · Sample Bank A"),
                        due("2027-01-07T15:59:59Z", 8, true, 3),
                        at),
                new CaseLine(
                        "IPP-2026-430204-000098",
                        "/gallery/case",
                        program(),
                        firm(),
                        Money.ofYuan("1200000.50"),
                        new Tag(w("补正中", "Correction requested"), Tone.YOURS),
                        w("补充资料 · 本企业", "Answer the request · your firm"),
                        due("2026-12-28T15:59:59Z", 0, false, 0),
                        at),
                new CaseLine(
                        "IPP-2026-430204-000077",
                        "/gallery/case.over",
                        program(),
                        firm(),
                        Money.ofYuan("800000"),
                        new Tag(w("已结清", "Settled"), Tone.GOOD),
                        null,
                        null,
                        at));
    }

    Page<CaseLine> casesPage() {
        return new Page<>(cases(), "/gallery/cases?cursor=x");
    }

    List<FaultLine> faults() {
        return List.of(
                new FaultLine(
                        "#f-amount-in",
                        w(
                                "申请金额须在 10 万元至 2,000 万元之间，请修改。",
                                "The amount must lie between CNY 100,000 and CNY 20,000,000. Change it."),
                        false),
                new FaultLine(
                        "#f-uscc-in",
                        w(
                                "统一社会信用代码的校验位不符，请核对营业执照。",
                                "The check digit of the credit code does not match. Compare it with the licence."),
                        true));
    }

    List<IncidentsScreen.Incident> incidents() {
        return List.of(
                new IncidentsScreen.Incident(
                        "i2",
                        w("外部机构逾期未答复", "An answer from outside has not come in time"),
                        w(
                                "答复期限已过。重试会重新发出请求，并重新计算答复期限。",
                                "The time to answer has passed. A retry sends the request again, and the time begins anew."),
                        NO,
                        "IPP-2026-430204-000123-7",
                        "awaitRegistration",
                        1,
                        NOW.minusSeconds(7_200),
                        true,
                        false,
                        ""),
                new IncidentsScreen.Incident(
                        "i3",
                        w("登记机构前后答复不一致", "The registry contradicts its own answer"),
                        w(
                                "以第一次答复为准。重试会请登记机构再答复一次；已向登记机构查清的，写明后关闭。",
                                "The first answer counts. A retry asks the registry once more; close it when it is cleared up."),
                        NO,
                        "01JDF4",
                        "refused: P05",
                        2,
                        NOW.minusSeconds(3_600),
                        true,
                        true,
                        ""),
                new IncidentsScreen.Incident(
                        "i1",
                        w("对外发送失败", "Delivery to another system failed"),
                        w(
                                "多次发送都没有送到。请先确认对方系统已恢复，再重试。",
                                "It was tried several times. Make sure that the other system is back, then retry."),
                        "IPP-2026-430204-000098",
                        "01JDF3",
                        "pledge-registry: Connection refused",
                        5,
                        NOW.minusSeconds(90_000),
                        false,
                        false,
                        ""));
    }
}
