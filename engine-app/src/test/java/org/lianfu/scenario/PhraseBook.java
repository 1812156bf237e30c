package org.lianfu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.ParameterType;
import io.cucumber.java.zh_cn.假如;
import io.cucumber.java.zh_cn.当;
import io.cucumber.java.zh_cn.那么;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.credit.Batch;
import org.lianfu.credit.FilingDesk;
import org.lianfu.credit.FilingRun;
import org.lianfu.credit.Filings;
import org.lianfu.credit.Loans;
import org.lianfu.directory.Directory;
import org.lianfu.portal.Narrator;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.SeatDesk;
import org.lianfu.review.Steps;
import org.lianfu.review.Supplement;
import org.lianfu.scenario.ScenarioHouse.ToldFacts;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Times;
import org.lianfu.testing.TestClock;
import org.lianfu.trail.Trail;

/**
 * The sentences in which a policy author proves a program (docs/phrase-book.md). No sentence knows a program: people are
 * named by their login, everything else by the Chinese label that the pack gives it. At most forty sentences.
 */
public class PhraseBook {

    private final Stage stage;
    private final Directory directory;
    private final ApplicationDesk applications;
    private final ReviewDesk review;
    private final SeatDesk seats;
    private final Loans loans;
    private final FilingDesk filing;
    private final FilingRun run;
    private final Filings filings;
    private final Trail trail;
    private final Narrator narrator;
    private final ToldFacts told;
    private final TestClock clock;
    private final Rounds rounds;

    PhraseBook(
            Programs programs,
            Directory directory,
            DraftDesk drafts,
            Attachments attachments,
            ApplicationDesk applications,
            Applications cases,
            ReviewDesk review,
            SeatDesk seats,
            Steps steps,
            Loans loans,
            FilingDesk filing,
            FilingRun run,
            Filings filings,
            Trail trail,
            Narrator narrator,
            ToldFacts told,
            TestClock clock,
            Rounds rounds) {
        this.stage = new Stage(programs, directory, drafts, attachments, applications, cases, review, steps, rounds);
        this.directory = directory;
        this.applications = applications;
        this.review = review;
        this.seats = seats;
        this.loans = loans;
        this.filing = filing;
        this.run = run;
        this.filings = filings;
        this.trail = trail;
        this.narrator = narrator;
        this.told = told;
        this.clock = clock;
        this.rounds = rounds;
    }

    @ParameterType(name = "词", value = "“([^”]*)”")
    public String word(String text) {
        return text;
    }

    @After
    public void nothingWasRefusedUnasked() {
        stage.assertNothingRefused();
    }

    @假如("今天是{词}")
    public void today(String day) {
        clock.set(day + "T09:00");
    }

    @假如("{词}按示例填写{词}的申请")
    public void fill(String login, String program) {
        stage.fill(login, program);
    }

    @假如("{词}填为{词}")
    public void answer(String label, String said) {
        Spoken.answer(stage.program, Manifest.APPLY, label, said, stage.answers);
    }

    @假如("{词}留空")
    public void leaveEmpty(String label) {
        Spoken.answer(stage.program, Manifest.APPLY, label, null, stage.answers);
    }

    @假如("查询到的{词}是{词}")
    public void lookedUp(String label, String value) {
        Object told = value.matches("\\d{1,4}")
                ? Long.valueOf(value)
                : value.matches("true|false") ? Boolean.valueOf(value) : value;
        this.told.tell(Spoken.fact(stage.tables(), label), told);
    }

    @当("{词}提交申请")
    public void submit(String login) {
        stage.submit(login);
    }

    @那么("申请被受理")
    public void accepted() {
        stage.assertNothingRefused();
        assertThat(stage.application().receiptNo()).isNotBlank();
    }

    @那么("申请不予受理，理由是{词}，依据{词}")
    public void notEligible(String code, String clause) {
        assertThat(stage.refused).as("申请没有被拒绝").isNotNull();
        assertThat(stage.refused.refusal().code()).isEqualTo("application.not-eligible");
        assertThat(stage.refused.faults()).extracting(Fault::code).containsExactly(code.split("、"));
        assertThat(stage.refused.refusal().clause()).isEqualTo(clause);
        stage.refused = null;
    }

    @那么("这一步被拒绝，代码是{词}")
    public void refused(String code) {
        assertThat(stage.refused).as("这一步没有被拒绝").isNotNull();
        assertThat(stage.refused.refusal().code()).isEqualTo(code);
        stage.refused = null;
    }

    @那么("案件状态是{词}")
    public void status(String status) {
        stage.assertNothingRefused();
        assertThat(stage.application().status().name()).isEqualTo(Spoken.of(Spoken.STATUSES, status));
    }

    @那么("承诺答复的日期是{词}")
    public void promised(String day) {
        assertThat(Times.date(stage.application().promisedAt())).hasToString(day);
    }

    @那么("{词}是{词}元")
    public void amount(String name, String yuan) {
        Application application = stage.application();
        String amount =
                switch (name) {
                    case "申请金额" -> application.requested().yuan();
                    case "批准金额" -> application.approved().yuan();
                    case "放款金额" -> application.paid().yuan();
                    case "未还本金" ->
                        loans.find(stage.no).orElseThrow().outstanding().yuan();
                    default -> throw new IllegalArgumentException("没有名为“" + name + "”的金额");
                };
        assertThat(amount).isEqualTo(yuan);
    }

    @那么("承办银行是{词}")
    public void bank(String name) {
        assertThat(directory.nameOf(stage.application().holderBank()).zh()).isEqualTo(name);
    }

    @那么("正在等待{词}")
    public void waiting(String step) {
        stage.assertNothingRefused();
        assertThat(stage.waiting()).contains(step);
    }

    @当("金融办办理{词}的备案批次")
    public void fileBatch(String month) {
        runBatch(month, null);
    }

    @当("金融办在{词}的备案批次中不予备案，原因是{词}")
    public void refuseInBatch(String month, String reason) {
        runBatch(month, reason);
    }

    private void runBatch(String month, String refusedFor) {
        stage.attempt(() -> {
            Batch batch = filing.open(
                    directory.actor("fin.reviewer"), stage.program.ref().code(), YearMonth.parse(month));
            if (refusedFor != null) {
                filing.refuse(directory.actor("fin.reviewer"), batch.id(), stage.no, refusedFor);
            }
            Batch running = filing.file(directory.actor("fin.reviewer"), batch.id());
            filings.lines(batch.id(), "", 100).forEach(line -> run.work(running, line.no()));
            run.finish(batch.id());
        });
    }

    @那么("没有{词}可办")
    public void notWaiting(String step) {
        assertThat(stage.waiting()).isNotEmpty().doesNotContain(step);
    }

    @那么("没有人需要办理")
    public void nobodyWaits() {
        stage.assertNothingRefused();
        assertThat(stage.waiting()).isEmpty();
    }

    @那么("{词}的期限是{词}")
    public void due(String step, String day) {
        stage.assertNothingRefused();
        assertThat(Times.date(stage.step(step).clock().dueAt())).hasToString(day);
    }

    @当("{词}办结")
    public void done(String step) {
        stage.decide(step, null, Map.of());
    }

    @当("{词}的结果是{词}")
    public void outcome(String step, String outcome) {
        stage.decide(step, Spoken.of(Spoken.OUTCOMES, outcome), Map.of());
    }

    @当("{词}的结果是{词}，填写：")
    public void outcomeWith(String step, String outcome, DataTable said) {
        Map<String, String> answers = new java.util.LinkedHashMap<>();
        for (List<String> line : said.asLists()) {
            answers.put(line.get(0), line.get(1));
        }
        stage.decide(step, Spoken.of(Spoken.OUTCOMES, outcome), answers);
    }

    @当("由{词}办理{词}，结果是{词}")
    public void outcomeBy(String login, String step, String outcome) {
        stage.decideAs(login, step, Spoken.of(Spoken.OUTCOMES, outcome), Map.of());
    }

    @当("由{词}办理{词}，结果是{词}，填写：")
    public void outcomeByWith(String login, String step, String outcome, DataTable said) {
        stage.decideAs(login, step, Spoken.of(Spoken.OUTCOMES, outcome), said.asMap());
    }

    @当("由{词}签收{词}")
    public void claim(String login, String step) {
        stage.claimAs(login, step);
    }

    @当("{词}在{词}中回避，原因是{词}")
    public void recuse(String login, String step, String reason) {
        stage.assertNothingRefused();
        stage.attempt(() -> seats.recuse(directory.actor(login), stage.seatOf(login, step), reason));
    }

    @当("{词}为{词}增加席位")
    public void furtherSeat(String login, String step) {
        stage.assertNothingRefused();
        stage.attempt(() -> seats.furtherSeat(directory.actor(login), stage.anySeat(step)));
    }

    @当("{词}结束{词}")
    public void endVote(String login, String step) {
        stage.assertNothingRefused();
        stage.attempt(() -> seats.endVote(directory.actor(login), stage.anySeat(step)));
    }

    @当("办理到{词}")
    public void until(String step) {
        stage.assertNothingRefused();
        stage.until(step);
    }

    @当("登记机构答复")
    public void registryAnswers() {
        rounds.make();
    }

    @当("时间到了{词}")
    public void time(String day) {
        clock.set(day + "T09:00");
        rounds.make();
    }

    @当("{词}要求补充{词}")
    public void askForMore(String login, String item) {
        String seat = stage.open().stream()
                .flatMap(step -> step.seats().stream())
                .filter(s -> s.isOf(login))
                .findFirst()
                .orElseThrow(() -> new AssertionError(login + " 没有签收的环节"))
                .id();
        stage.attempt(() -> review.requestSupplement(
                directory.actor(login), seat, new Supplement.Request(List.of(item), "请补充" + item)));
    }

    @当("{词}补充资料")
    public void giveMore(String login) {
        stage.attempt(() -> review.answerSupplement(directory.actor(login), stage.no, "已补充", Map.of()));
    }

    @当("{词}撤回申请，原因是{词}")
    public void withdraw(String login, String reason) {
        stage.attempt(() -> applications.withdraw(directory.actor(login), stage.no, reason));
    }

    @那么("留痕中有{词}")
    public void told(String words) {
        assertThat(trail.page(Application.subject(stage.no), 0, 500))
                .extracting(entry -> narrator.tell(stage.program, entry, Locale.CHINESE))
                .anySatisfy(sentence -> assertThat(sentence).contains(words));
    }

    @那么("留痕完整")
    public void sound() {
        assertThat(trail.verify(
                                Application.subject(stage.no),
                                stage.application().chain())
                        .flaws())
                .isEmpty();
    }
}
