package org.lianfu.browser;

import java.util.List;
import org.lianfu.portal.AnswerGroup;
import org.lianfu.portal.ApplicationScreen;
import org.lianfu.portal.ApplicationScreen.Section;
import org.lianfu.portal.CheckScreen;
import org.lianfu.portal.DocumentsScreen;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.HomeScreen;
import org.lianfu.portal.InboxScreen;
import org.lianfu.portal.IncidentsScreen;
import org.lianfu.portal.KeptScreen;
import org.lianfu.portal.LoginScreen;
import org.lianfu.portal.Page;
import org.lianfu.portal.PasswordScreen;
import org.lianfu.portal.ProgramLine;
import org.lianfu.portal.ProgramScreen;
import org.lianfu.portal.ReceiptScreen;
import org.lianfu.portal.SectionScreen;
import org.lianfu.portal.SupplementScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.portal.VerifiedScreen;
import org.lianfu.portal.WithdrawScreen;

/** Invented content for the gallery: one screen for each exhibit. */
class Samples extends SampleParts {

    Samples(boolean english) {
        super(english);
    }

    Object screen(String name) {
        boolean plain = !name.contains(".");
        return switch (name.contains(".") ? name.substring(0, name.indexOf('.')) : name) {
            case "login" ->
                new LoginScreen(
                        plain ? LoginScreen.State.PLAIN : LoginScreen.State.WRONG,
                        plain ? "" : "firm.a",
                        null,
                        null,
                        false,
                        personas());
            case "home" ->
                new HomeScreen(
                        name.endsWith("anonymous") ? null : w("李客户经理", "Li"),
                        w("示例银行甲", "Sample Bank A"),
                        true,
                        plain ? tasks() : List.of(),
                        "12",
                        plain ? cases() : List.of(),
                        name.endsWith("empty")
                                ? List.of()
                                : name.endsWith("anonymous")
                                        ? programs(ProgramLine.Fit.UNKNOWN, ProgramLine.Fit.UNKNOWN)
                                        : programs());
            case "program" ->
                new ProgramScreen(
                        programs(ProgramLine.Fit.NOT_YET, ProgramLine.Fit.NOT_YET)
                                .get(0),
                        w("市发改委、市科技局、市工信局", "DRC, Science & Technology, Industry & IT"),
                        new ProgramScreen.Policy("株政金办〔2026〕1号（示例）", "市政府金融办", null),
                        List.of(
                                new ProgramScreen.Clause("§3", "申请企业应在株洲市登记注册，且登记状态为存续。"),
                                new ProgramScreen.Clause("§7", "有下列情形之一的专利权不得作为质物：（一）已终止或被宣告无效；（二）已质押且未注销登记。")),
                        List.of(
                                new ProgramScreen.Need(
                                        "LICENSE",
                                        w("营业执照", "Business licence"),
                                        true,
                                        false,
                                        w("核对登记主体和注册地。", "To check who applies and where it is registered."),
                                        "§3"),
                                new ProgramScreen.Need(
                                        "CONSENT",
                                        w("共有人同意书", "Consent of co-owners"),
                                        false,
                                        true,
                                        w("专利权为共有的必须提供。", "Required when there are several owners."),
                                        "§7"),
                                new ProgramScreen.Need(
                                        "VALUATION", w("评估报告", "Valuation report"), false, false, null, null)),
                        List.of(
                                new ProgramScreen.Step(
                                        "bankClaim",
                                        w("银行受理", "Bank claims"),
                                        w("银行客户经理", "Bank RM"),
                                        w("2 个工作日", "2 working days")),
                                new ProgramScreen.Step(
                                        "investigate",
                                        w("贷前调查", "Investigation"),
                                        w("银行调查岗（2 人）", "Investigators (2)"),
                                        w("5 个工作日", "5 working days")),
                                new ProgramScreen.Step(
                                        "decideCredit",
                                        w("审批", "Decision"),
                                        w("银行审批人", "Approver"),
                                        w("5 个工作日", "5 working days"))),
                        verdict(false),
                        true,
                        List.of(new ProgramScreen.Picture(
                                "", w("知识产权质押贷", "IP-pledge loan"), "/gallery/diagram.bpmn")));
            case "application" ->
                new ApplicationScreen(
                        NO,
                        "loan-ip-pledge",
                        program(),
                        "1.0.0",
                        new Tag(w("暂存", "Draft"), Tone.QUIET),
                        List.of(
                                new Section(
                                        "firm",
                                        w("企业信息", "The firm"),
                                        w("名称、信用代码、联系人", "Name, credit code, contact"),
                                        "/gallery/section",
                                        ApplicationScreen.State.DONE,
                                        0),
                                new Section(
                                        "loan",
                                        w("贷款需求", "The loan"),
                                        w("金额、期限、用途", "Amount, term, purpose"),
                                        "/gallery/section",
                                        ApplicationScreen.State.FAULTY,
                                        2),
                                new Section(
                                        "rights",
                                        w("质押的知识产权", "Rights to pledge"),
                                        null,
                                        "/gallery/section",
                                        ApplicationScreen.State.STARTED,
                                        0),
                                new Section(
                                        "documents",
                                        w("申报材料", "Documents"),
                                        null,
                                        "/gallery/documents",
                                        ApplicationScreen.State.NOT_STARTED,
                                        0)),
                        1,
                        true,
                        false,
                        false,
                        w("2027-12-31", "31 Dec 2027"));
            case "section" ->
                new SectionScreen(
                        NO,
                        program(),
                        "loan",
                        w("贷款需求", "The loan"),
                        2,
                        4,
                        SampleForm.rows(this, !plain),
                        "7",
                        NOW,
                        plain ? List.of() : faults(),
                        false);
            case "documents" ->
                new DocumentsScreen(
                        NO,
                        program(),
                        needs(),
                        w("PDF、JPG、PNG、XLSX、DOCX，每个不超过 20 MB。", "PDF, JPG, PNG, XLSX or DOCX, at most 20 MB each."),
                        List.of(),
                        false);
            case "check" ->
                new CheckScreen(
                        NO,
                        program(),
                        groups(true),
                        files(false),
                        faults().subList(0, 1),
                        verdict(false),
                        w(
                                "本企业承诺所填内容和材料真实、完整，并授权所选银行查询本企业信用信息。",
                                "We declare that answers and documents are true and complete, and allow the chosen banks to query our credit record."),
                        true);
            case "verify" ->
                new VerifiedScreen(
                        plain,
                        NO,
                        "14",
                        HASH,
                        plain ? w("授信审批结果通知书", "Notice of the credit decision") : null,
                        plain ? NOW : null,
                        plain);
            case "receipt" ->
                new ReceiptScreen(
                        NO,
                        "SL-2026-000123",
                        program(),
                        NOW,
                        w("陈签署", "Chen, signer"),
                        due("2027-01-19T15:59:59Z", 15, true, 0),
                        HASH,
                        files(false),
                        "/gallery/receipt",
                        List.of(
                                w(
                                        "示例银行甲在 2 个工作日内决定是否受理。",
                                        "Sample Bank A decides within 2 working days whether to take the case."),
                                w("受理后由两名调查人员核实情况。", "Two investigators then look into it."),
                                w("需要补充资料时，会一次告知。", "If anything is missing you are told once, in one list.")));
            case "case" -> SampleCase.screen(this, plain);
            case "inbox" ->
                new InboxScreen(
                        InboxScreen.Box.TODO,
                        List.of(
                                new InboxScreen.BoxLink(InboxScreen.Box.TODO, "/gallery/inbox", "12", true),
                                new InboxScreen.BoxLink(InboxScreen.Box.DONE, "/gallery/inbox", null, false),
                                new InboxScreen.BoxLink(InboxScreen.Box.STARTED, "/gallery/inbox", null, false)),
                        List.of(new InboxScreen.Choice("loan-ip-pledge", program(), false)),
                        false,
                        plain ? new Page<>(tasks(), "/gallery/inbox?cursor=x") : Page.of(List.of()),
                        Page.of(List.of()));
            case "credit-summary" -> SampleSummary.screen(this);
            case "task" -> SampleTask.screen(this, name);
            case "supplement" ->
                new SupplementScreen(
                        NO,
                        program(),
                        bank("调查岗", "Investigator"),
                        List.of(
                                w("近三个月银行流水", "Bank statements of the last three months"),
                                w("专利年费缴纳凭证", "Receipt of the patent’s annual fee")),
                        w("核实还款来源。", "To verify the source of repayment."),
                        due("2027-01-05T15:59:59Z", 5, true, 0),
                        List.of(),
                        needs(),
                        null,
                        List.of());
            case "withdraw" ->
                new WithdrawScreen(NO, program(), new Tag(w("审核中", "Under review"), Tone.RUNNING), "", List.of());
            case "password" ->
                new PasswordScreen(
                        false,
                        12,
                        List.of(new FaultLine(
                                "#again",
                                w("两次输入的新密码不一致，请重新输入。", "The two new passwords differ. Type them again."),
                                false)));
            case "incidents" -> new IncidentsScreen(plain ? Page.of(incidents()) : Page.of(List.of()), List.of());
            case "pool" -> SamplePool.screen(this, NOW, !plain);
            case "directory" -> SampleDirectory.people(this, NOW, !plain);
            case "person" -> SampleDirectory.person(this, NOW, !plain);
            case "limits" -> SampleDirectory.limits(this, NOW, !plain);
            case "calendar" -> SampleCalendar.screen(this, NOW, !plain);
            case "kept" ->
                new KeptScreen(
                        "/gallery/kept",
                        NOW,
                        name.endsWith("go-on"),
                        List.of(new AnswerGroup.Answer(
                                "opinion",
                                w("意见", "Opinion"),
                                List.of(w("同意，额度三百万元。", "Agreed, three million.")),
                                null)),
                        List.of(new KeptScreen.Field("opinion", w("同意，额度三百万元。", "Agreed, three million."), true)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private List<LoginScreen.PersonaGroup> personas() {
        return List.of(
                new LoginScreen.PersonaGroup(
                        firm(),
                        List.of(
                                new LoginScreen.Persona(
                                        "firm.a",
                                        w("企业经办人", "Firm operator"),
                                        w("我填报申请、上传材料。", "I fill in applications and upload documents.")),
                                new LoginScreen.Persona(
                                        "firm.a.signer",
                                        w("企业签署人", "Firm signer"),
                                        w("我核对后签署提交。", "I check, sign and submit.")))),
                new LoginScreen.PersonaGroup(
                        w("示例银行甲", "Sample Bank A"),
                        List.of(
                                new LoginScreen.Persona(
                                        "bank.a.rm",
                                        w("客户经理", "Relationship manager"),
                                        w("我受理申请、办理合同。", "I claim cases and prepare contracts.")),
                                new LoginScreen.Persona(
                                        "bank.a.approver",
                                        w("审批人", "Approver"),
                                        w("我决定是否授信。", "I decide on credit.")))));
    }
}
