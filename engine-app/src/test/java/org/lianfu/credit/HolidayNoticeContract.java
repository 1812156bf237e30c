package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Application;
import org.lianfu.calendar.CalendarRefusals;
import org.lianfu.calendar.CalendarYear;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.DayChange;
import org.lianfu.calendar.Notice;
import org.lianfu.review.DeadlineKeeper;
import org.lianfu.review.Moves;
import org.lianfu.review.NoticeDesk;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.review.Supplement;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.lianfu.testing.Caller;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holiday notices at work on one database. Each test loads a further version of 2027: every other one has the fourth of
 * January off, the day on which a claim of the test's day is due.
 */
abstract class HolidayNoticeContract extends LoanHouse {

    private static final Subject CHINA = new Subject("calendar", "CN");
    private static final LocalDate FOURTH = LocalDate.of(2027, 1, 4);
    private static final LocalDate FIFTH = LocalDate.of(2027, 1, 5);

    @LocalServerPort
    int port;

    @Autowired
    NoticeDesk notices;

    @Autowired
    Calendars calendars;

    @Autowired
    DeadlineKeeper keeper;

    @Autowired
    Steps steps;

    /** The fourth of January works in each test at first. */
    @BeforeEach
    void theFourthWorks() {
        clock.set("2026-12-30T09:00:00");
        if (!calendars.now().isWorkingDay(FOURTH)) {
            load(file(false));
        }
    }

    @Test
    void a_notice_moves_what_is_open_says_so_everywhere_and_makes_it_certain() {
        CaseNo waits = loan.offered(loan.freshPatent());
        CaseNo paused = loan.offered(loan.freshPatent());
        String investigation = paused(paused);
        boolean provisional = running(waits).clock().provisional();
        Instant promisedBefore = loan.application(waits).promisedAt();
        byte[] file = file(true);

        NoticeDesk.Preview seen = notices.preview(file, card());

        assertThat(seen.days()).contains(new DayChange(FOURTH, false, "元旦"));
        assertThat(seen.moves().first())
                .contains(new Moves.Move(waits, "bankSearch_bankClaim", endOf(FOURTH), endOf(FIFTH)));
        assertThat(running(waits).clock().dueAt()).as("a look changes nothing").isEqualTo(endOf(FOURTH));
        assertThat(running(waits).clock().provisional()).isEqualTo(provisional);

        NoticeDesk.Loaded done = notices.load(loan.actor("sysadmin"), file, card(), seen.replaces());

        assertThat(done.moves().cases()).isEqualTo(seen.moves().cases());
        assertThat(done.moves().deadlines()).isEqualTo(seen.moves().deadlines());
        Step moved = running(waits);
        assertThat(moved.clock().dueAt()).isEqualTo(endOf(FIFTH));
        assertThat(moved.clock().provisional()).isFalse();
        assertThat(moved.clock().calendarVersion())
                .isEqualTo("2026.1+" + done.year().name());
        assertThat(moved.clock().moved().from()).isEqualTo(endOf(FOURTH));
        assertThat(moved.clock().actAt()).as("the clock watch looks then").isAfter(endOf(FIFTH));
        assertThat(sql.queryForList("select due_at from rev_inbox where step_id = ?", Long.class, moved.id()))
                .containsOnly(Times.micros(endOf(FIFTH)));
        Instant promised = loan.application(waits).promisedAt();
        assertThat(promised).isAfter(promisedBefore);

        Recorded told = entry(waits, "deadline.moved");
        assertThat(told.login()).isEqualTo("sysadmin");
        assertThat(told.data())
                .containsEntry("element", "bankSearch_bankClaim")
                .containsEntry("dueFrom", "2027-01-04")
                .containsEntry("dueTo", "2027-01-05")
                .containsEntry("calendar", "2026.1+" + done.year().name())
                .containsEntry("notice", done.year().name());
        assertThat(entry(waits, "promise.moved").data())
                .containsEntry("dueTo", Times.date(promised).toString());
        Recorded act = last(trail.page(CHINA, 0, 200));
        assertThat(act.type()).isEqualTo("calendar.notice-loaded");
        assertThat(act.evidence().stream().map(e -> e.sha256()))
                .contains(Digest.hex(file), done.year().checksum());
        assertThat(act.data())
                .containsEntry("deadlines", String.valueOf(done.moves().deadlines()));
        assertThat(act.details()).containsEntry("number", card().number());
        assertThat(trail.verify(CHINA).isSound()).isTrue();
        assertThat(trail.verify(Application.subject(waits)).isSound()).isTrue();

        Step still = steps.ofCase(paused).stream()
                .filter(step -> step.id().equals(investigation))
                .findFirst()
                .orElseThrow();
        assertThat(still.isPaused()).as("what stands still does not move").isTrue();
        assertThat(still.clock().moved()).isNull();
        review.answerSupplement(loan.actor("firm.a"), paused, "已补充", Map.of());
        assertThat(running(paused).clock().calendarVersion())
                .as("it is counted by the new notice when it runs again")
                .endsWith(done.year().name());
    }

    @Test
    void the_administrator_loads_it_on_a_page_and_officer_and_firm_see_what_moved() {
        CaseNo no = loan.offered(loan.freshPatent());
        String task = loan.task(no, "bankClaim");
        Caller admin = Caller.browser(port, "sysadmin");
        byte[] file = file(true);
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "number",
                card().number(),
                "issuedOn",
                card().issuedOn(),
                "url",
                card().url(),
                "_csrf",
                admin.csrf("/admin/calendar")));
        Caller.Answer looked = admin.upload("/admin/calendar/preview", form, "2027.csv", file);
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.body()).contains(no.value(), "2027-01-05", Digest.hex(file));
        form.remove("_csrf");
        form.put("content", Base64.getEncoder().encodeToString(file));
        form.put("replaces", "2027.0");
        Caller.Answer late = admin.form("/admin/calendar/notices", admin.csrf("/admin/calendar"), form);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("请重新预览", card().number(), "value=\"" + replaces(late.body()) + "\"");
        form.put("replaces", replaces(late.body()));
        Caller.Answer done = admin.form("/admin/calendar/notices", admin.csrf("/admin/calendar"), form);
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(admin.get("/admin/calendar").body()).contains(card().number(), "系统管理");

        String line = "因放假通知“示例通知〔2026〕1号”，期限由 2027-01-04 改为 2027-01-05";
        Caller bank = Caller.browser(port, "bank.a.rm");
        Caller firm = Caller.browser(port, "firm.a");
        assertThat(bank.get("/tasks/" + task).body()).contains(line);
        assertThat(bank.get("/cases/" + no).body()).contains(line);
        assertThat(firm.get("/cases/" + no).body())
                .contains(line, "由 2027-01-04 改为 2027-01-05，因放假通知“示例通知〔2026〕1号”载入")
                .doesNotContain("系统管理");
        assertThat(firm.get("/cases/" + no, "Accept-Language", "en").body())
                .contains("Moved from 4 Jan 2027 to 5 Jan 2027 because of the holiday notice");
        assertThat(Caller.api(port, "bank.a.rm")
                        .get("/api/v1/tasks/" + task)
                        .json()
                        .path("dueMovedBy")
                        .asText())
                .isEqualTo(card().number());
        assertThat(Caller.browser(port, "firm.b").get("/cases/" + no).status()).isEqualTo(404);
    }

    private static String replaces(String page) {
        Matcher found = Pattern.compile("name=\"replaces\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void what_an_act_in_flight_counted_by_the_old_calendar_follows_and_no_timer_fires_too_early() {
        CaseNo first = loan.offered(loan.freshPatent());
        CaseNo second = loan.offered(loan.freshPatent());
        Map<String, Object> before =
                sql.queryForMap("select * from rev_step where case_no = ? and state = 'OPEN'", second.value());
        load(file(true));
        asBefore(running(first).id(), before);
        asBefore(running(second).id(), before);
        forgetSteps(first);
        forgetSteps(second);

        clock.set("2027-01-05T00:00:01");
        watch.actOnDue();

        assertThat(types(first)).doesNotContain("step.timed-out");
        assertThat(running(first).clock().dueAt()).isEqualTo(endOf(FIFTH));
        assertThat(entry(second, "deadline.moved").login()).isIn("system", "sysadmin");
        clock.set("2027-01-06T00:00:01");
        watch.actOnDue();
        assertThat(types(first)).as("it fires once it is due").contains("step.timed-out");
    }

    @Test
    void a_minute_later_every_clock_is_looked_at_again() {
        CaseNo no = loan.offered(loan.freshPatent());
        Map<String, Object> before =
                sql.queryForMap("select * from rev_step where case_no = ? and state = 'OPEN'", no.value());
        load(file(true));
        asBefore(running(no).id(), before);

        assertThat(keeper.catchUp()).as("acts in flight have a minute to end").isZero();
        clock.advance(Duration.ofSeconds(61));
        assertThat(keeper.catchUp()).isOne();

        assertThat(running(no).clock().dueAt()).isEqualTo(endOf(FIFTH));
        assertThat(trail.verify(Application.subject(no)).isSound()).isTrue();
        assertThat(keeper.catchUp()).isZero();
    }

    @Test
    void a_deadline_that_has_not_passed_does_not_become_one_that_is_over() {
        load(file(true));
        CaseNo no = loan.offered(loan.freshPatent());
        assertThat(running(no).clock().dueAt()).isEqualTo(endOf(FIFTH));
        clock.set("2027-01-05T09:00:00");

        load(file(false));

        assertThat(running(no).clock().dueAt()).as("not the fourth").isEqualTo(endOf(FIFTH));
        watch.actOnDue();
        assertThat(types(no)).doesNotContain("step.timed-out");
    }

    @Test
    void of_two_administrators_at_once_one_wins_and_the_other_is_told_by_whom() throws Exception {
        CaseNo no = loan.offered(loan.freshPatent());
        String replaces = notices.preview(file(true), card()).replaces();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Object> act = () -> {
            start.await();
            Throwable refused =
                    catchThrowable(() -> notices.load(loan.actor("sysadmin"), file(true), card(), replaces));
            return refused == null ? "won" : refused;
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Object> ends = new ArrayList<>();
        try {
            for (Future<Object> each : two.invokeAll(List.of(act, act))) {
                ends.add(each.get());
            }
        } finally {
            two.shutdown();
        }

        assertThat(ends).filteredOn("won"::equals).hasSize(1);
        Refused other = (Refused)
                ends.stream().filter(end -> !"won".equals(end)).findFirst().orElseThrow();
        assertThat(other.refusal()).isEqualTo(CalendarRefusals.NOTICE_OVERTAKEN);
        assertThat(other.arguments().get("who")).isEqualTo("sysadmin");
        assertThat(types(no)).containsOnlyOnce("deadline.moved");
    }

    /** Somebody may read the calendar anew after the notice is committed and before this node is told of it. */
    @Test
    void a_look_between_the_commit_and_its_news_spoils_neither() {
        byte[] file = file(true);
        String replaces = notices.preview(file, card()).replaces();

        transaction.executeWithoutResult(outer -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    CompletableFuture.runAsync(() -> transaction.executeWithoutResult(look -> calendars.lock()))
                            .join();
                }
            });
            notices.load(loan.actor("sysadmin"), file, card(), replaces);
        });

        assertThat(calendars.now().isWorkingDay(FOURTH)).isFalse();
        load(file(false));
        assertThat(calendars.now().isWorkingDay(FOURTH)).isTrue();
    }

    private void load(byte[] file) {
        notices.load(
                loan.actor("sysadmin"),
                file,
                card(),
                notices.preview(file, card()).replaces());
    }

    /** Firm and bank worked on the case until the bank asked the firm for more. @return the step that waits */
    private String paused(CaseNo no) {
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        String task = loan.task(no, "investigate");
        review.claim(loan.actor("bank.a.rm"), task);
        review.requestSupplement(loan.actor("bank.a.rm"), task, new Supplement.Request(List.of("近三年财务报表"), "核实还款来源"));
        return steps.ofCase(no).stream()
                .filter(Step::isPaused)
                .map(Step::id)
                .findFirst()
                .orElseThrow();
    }

    private Step running(CaseNo no) {
        return steps.ofCase(no).stream()
                .filter(step -> step.isOpen() && !step.isPaused())
                .findFirst()
                .orElseThrow();
    }

    /** The row as an act would have written it that began before the notice and ended after it. */
    private void asBefore(String stepId, Map<String, Object> before) {
        sql.update(
                "update rev_step set due_at = ?, calendar_version = ?, clock_at = ?, moved_from = null, moved_by = null"
                        + " where id = ?",
                before.get("due_at"),
                before.get("calendar_version"),
                before.get("clock_at"),
                stepId);
    }

    /** What this node remembers of the case's steps is out of date, as after an act of another node. */
    private void forgetSteps(CaseNo no) {
        sql.update("update app_application set version = version + 1 where no = ?", no.value());
    }

    private Recorded entry(CaseNo no, String type) {
        return last(entries(no).stream().filter(e -> e.type().equals(type)).toList());
    }

    private static Recorded last(List<Recorded> entries) {
        assertThat(entries).isNotEmpty();
        return entries.get(entries.size() - 1);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusNanos(1_000);
    }

    private static final String URL = "https://example.invalid/2027";

    static Notice.Card card() {
        return new Notice.Card("示例通知〔2026〕1号", "2026-11-20", URL);
    }

    /** A notice with as few days as there can be; a day off in December makes each version another one. */
    private byte[] file(boolean fourthOff) {
        return file(
                fourthOff, calendars.now().year(2027).map(CalendarYear::version).orElse(0));
    }

    static byte[] file(boolean fourthOff, int version) {
        StringBuilder file = new StringBuilder("date,kind,name,notice_year,notice_url\n");
        List<String> off = new ArrayList<>(
                List.of("01-01", "02-05", "05-01", "05-02", "10-01", "10-02", "10-03", "12-" + (10 + version)));
        if (fourthOff) {
            off.add("01-04");
        }
        off.stream().sorted().forEach(day -> file.append("2027-")
                .append(day)
                .append(",OFF,元旦,2027,")
                .append(URL)
                .append("\n"));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
