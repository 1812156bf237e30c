package org.lianfu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.lianfu.proof.Town.Person;
import org.lianfu.proof.Town.Said;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sixty-four threads want what only one can have, over REST, in cases of whatever program is open. One wins; every other is
 * told who was faster, when, and what came of it. The books agree afterwards.
 */
@WholeHouse
abstract class RaceContract {

    private static final int ROUNDS = 2;
    private static final Set<String> NOT_BY_THE_SAME = Set.of("task.same-person", "task.one-seat-a-person");
    private static final Set<String> WITHDRAWABLE = Set.of("SUBMITTED", "IN_REVIEW", "PUBLIC_NOTICE", "APPROVED");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationContext house;

    private final Crowd crowd = new Crowd();
    private HouseNature nature;
    private Walk walk;
    private long seed = System.nanoTime();

    @BeforeEach
    void open() {
        nature = new HouseNature(sql, clock, house);
        walk = new Walk(seed, 0, new Town(port), nature);
    }

    @AfterEach
    void theBooksAgree() {
        crowd.close();
        assertThat(new Checker(sql).check()).isEmpty();
    }

    /** One seat of a case and those who may act on it now; those of the post who may not, because they have done their part. */
    private record Chair(String no, String id, String element, List<Person> able, List<Person> shutOut) {}

    @RepeatedTest(ROUNDS)
    void two_people_claim_one_seat() {
        Chair chair = chair(c -> c.able().size() >= 2);
        List<Said> came = crowd.atOnce(i -> walk.town.post(who(chair, i), "/tasks/" + chair.id() + "/claim", Map.of()));

        String winner = sql.queryForObject("select person from rev_seat where id = ?", String.class, chair.id());
        for (int i = 0; i < came.size(); i++) {
            if (who(chair, i).equals(winner)) {
                assertThat(came.get(i).status()).as(came.get(i).why()).isEqualTo(200);
            } else {
                late(came.get(i), "task.claimed", winner);
            }
        }
        assertThat(entries(chair.no(), "task.claimed", chair.id())).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void two_people_complete_one_step() {
        Chair chair = chair(c -> c.able().size() >= 2);
        List<Said> came = completing(chair, i -> who(chair, i));

        String winner = sql.queryForObject("select person from rev_seat where id = ?", String.class, chair.id());
        assertThat(came.stream().filter(Said::ok)).hasSize(1);
        came.stream().filter(said -> !said.ok()).forEach(said -> late(said, "task.already-done", winner));
        assertThat(entries(chair.no(), "task.completed", chair.id())).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void a_draft_is_submitted_by_everybody_at_once() {
        WalkedCase draft = draft();
        String signer = draft.signer().login();
        String path = "/applications/" + draft.no + "/submission";
        List<Said> came = crowd.atOnce(i -> walk.town.post(signer, path, Map.of()));

        assertThat(came.stream().filter(Said::ok)).as(came.get(0).why()).hasSize(1);
        came.stream().filter(said -> !said.ok()).forEach(said -> late(said, "application.not-a-draft", signer));
        assertThat(entries(draft.no, "application.submitted", "")).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void a_submission_sent_many_times_under_one_key_is_one_submission_with_one_answer() {
        WalkedCase draft = draft();
        String key = UUID.randomUUID().toString();
        String path = "/applications/" + draft.no + "/submission";
        List<Said> came = crowd.atOnce(i -> walk.town.post(draft.signer().login(), path, Map.of(), key));

        assertThat(came).allMatch(Said::ok);
        assertThat(came.stream().map(Said::body).distinct()).hasSize(1);
        assertThat(came.stream().filter(said -> !said.replayed())).hasSize(1);
        assertThat(entries(draft.no, "application.submitted", "")).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void the_firm_withdraws_while_an_officer_decides() {
        Chair chair = chair(c -> WITHDRAWABLE.contains(walk.status(c.no())) && !isApplicants(c));
        withdrawAgainst(chair);
    }

    @RepeatedTest(ROUNDS)
    void the_firm_withdraws_while_the_step_is_done_after_which_it_may_not() {
        String binding = bindingElement();
        Chair chair = chair(c -> c.element().equals(binding) && WITHDRAWABLE.contains(walk.status(c.no())));
        List<Said> came = withdrawAgainst(chair);
        assertThat(came.stream().filter(Said::ok))
                .as("withdrawn or bound, never both")
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void the_second_person_confirms_once_and_the_first_never() {
        Chair chair = chair(c -> !c.able().isEmpty() && !c.shutOut().isEmpty());
        String second = chair.able().get(0).login();
        String first = chair.shutOut().get(0).login();
        List<Said> came = completing(chair, i -> i % 2 == 0 ? second : first);

        for (int i = 0; i < came.size(); i++) {
            Said said = came.get(i);
            if (i % 2 == 1 && said.status() != 409) {
                assertThat(said.status()).as(said.why()).isEqualTo(422);
                assertThat(said.code()).isIn(NOT_BY_THE_SAME);
            } else if (!said.ok()) {
                late(said, "task.already-done", second);
            }
        }
        assertThat(came.stream().filter(Said::ok)).hasSize(1);
        assertThat(sql.queryForObject("select person from rev_seat where id = ?", String.class, chair.id()))
                .isEqualTo(second);
    }

    private List<Said> withdrawAgainst(Chair chair) {
        String org = sql.queryForObject("select org from app_application where no = ?", String.class, chair.no());
        List<Person> firm = walk.town.people().stream()
                .filter(p -> p.org().equals(org) && (p.has("APPLICANT_OPERATOR") || p.has("APPLICANT_APPROVER")))
                .toList();
        Map<String, Object> completion = completion(chair);
        List<Said> came = crowd.atOnce(i -> i % 2 == 0
                ? walk.town.post(
                        firm.get(i / 2 % firm.size()).login(),
                        "/applications/" + chair.no() + "/withdrawal",
                        Map.of("reason", "不办了"))
                : walk.town.post(chair.able().get(0).login(), "/tasks/" + chair.id() + "/completion", completion));

        List<Said> withdrawals = new ArrayList<>();
        List<Said> completions = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            (i % 2 == 0 ? withdrawals : completions).add(came.get(i));
        }
        long withdrawn = withdrawals.stream().filter(Said::ok).count();
        long completed = completions.stream().filter(Said::ok).count();
        assertThat(withdrawn).isLessThanOrEqualTo(1);
        assertThat(completed).isLessThanOrEqualTo(1);
        assertThat(withdrawn + completed).as(withdrawals.get(0).why()).isPositive();
        assertThat(walk.status(chair.no()).equals("WITHDRAWN")).isEqualTo(withdrawn == 1);
        came.stream().filter(said -> !said.ok()).forEach(said -> {
            assertThat(said.code())
                    .as(said.why())
                    .isIn(
                            "task.already-done",
                            "task.case-ended",
                            "application.ended",
                            "application.too-late-to-withdraw");
            late(said, said.code(), "");
        });
        return came;
    }

    /** A loser is told with 409 who was faster, when, and what came of it. */
    private static void late(Said said, String code, String who) {
        assertThat(said.status()).as(said.why()).isEqualTo(409);
        assertThat(said.code()).as(said.why()).isEqualTo(code);
        assertThat(said.body().path("detail").asText())
                .contains(who)
                .matches(".*20\\d\\d-\\d\\d-\\d\\d.*")
                .doesNotContain("{");
    }

    private List<Said> completing(Chair chair, java.util.function.IntFunction<String> who) {
        Map<String, Object> body = completion(chair);
        return crowd.atOnce(i -> walk.town.post(who.apply(i), "/tasks/" + chair.id() + "/completion", body));
    }

    private static String who(Chair chair, int number) {
        return chair.able().get(number % 2).login();
    }

    /** What the example says, with the first outcome that is not a no. */
    private Map<String, Object> completion(Chair chair) {
        JsonNode task = walk.town
                .get(chair.able().get(0).login(), "/tasks/" + chair.id())
                .body();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outcome", task.path("outcomes").get(0).asText());
        body.put("opinion", "同意");
        body.put(
                "answers",
                new RandomAnswers(new Random(seed), nature.today(), 0, task.path("given"), Map.of())
                        .to(task.path("form"), task.path("example")));
        return body;
    }

    /** Walks fresh cases until one comes to a chair of this kind. */
    private Chair chair(java.util.function.Predicate<Chair> wanted) {
        for (int attempt = 0; attempt < 30; attempt++) {
            WalkedCase one = fresh();
            for (int i = 0; i < 80 && !one.over; i++) {
                Optional<Chair> found = one.no == null || walk.status(one.no).equals("DRAFT")
                        ? Optional.empty()
                        : chairs(one.no).stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                one.act();
                nature.clerks();
            }
        }
        throw new AssertionError("no case came to such a chair");
    }

    private WalkedCase draft() {
        for (int attempt = 0; attempt < 30; attempt++) {
            WalkedCase one = fresh();
            one.act();
            if (one.no != null && one.signer() != null) {
                return one;
            }
        }
        throw new AssertionError("nobody began a draft");
    }

    private WalkedCase fresh() {
        WalkedCase one = new WalkedCase(walk, seed++, -100);
        one.late = true;
        return one;
    }

    private List<Chair> chairs(String no) {
        List<Chair> chairs = new ArrayList<>();
        for (Map<String, Object> seat : walk.seats(no)) {
            String post = seat.get("post").toString();
            if (seat.get("claimed_by") == null
                    && !post.startsWith("SYSTEM/")
                    && !seat.get("element").equals("supplement")) {
                String id = seat.get("seat_id").toString();
                List<Person> able = new ArrayList<>();
                List<Person> shutOut = new ArrayList<>();
                for (Person holder : walk.town.holders(post)) {
                    (hasToDo(holder, id) ? able : shutOut).add(holder);
                }
                chairs.add(new Chair(no, id, seat.get("element").toString(), able, shutOut));
            }
        }
        return chairs;
    }

    private boolean hasToDo(Person person, String id) {
        String cursor = "";
        do {
            JsonNode page = walk.town
                    .get(person.login(), "/tasks?box=todo&limit=100" + cursor)
                    .body();
            for (JsonNode item : page.path("items")) {
                if (item.path("id").asText().equals(id)) {
                    return true;
                }
            }
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return false;
    }

    private boolean isApplicants(Chair chair) {
        String org = sql.queryForObject("select org from app_application where no = ?", String.class, chair.no());
        return chair.able().stream().anyMatch(p -> p.org().equals(org));
    }

    /** The step after which a case may not be withdrawn any more, as a case that went through tells. */
    private String bindingElement() {
        for (int attempt = 0; attempt < 30; attempt++) {
            WalkedCase one = fresh();
            String last = "";
            for (int i = 0; i < 80 && !one.over; i++) {
                boolean before = one.no != null && WITHDRAWABLE.contains(walk.status(one.no));
                String waiting = before && !walk.seats(one.no).isEmpty()
                        ? walk.seats(one.no).get(0).get("element").toString()
                        : "";
                one.act();
                String status = one.no == null || one.over ? "" : walk.status(one.no);
                if (before
                        && !status.isEmpty()
                        && !WITHDRAWABLE.contains(status)
                        && !Checker.ENDS.contains(status)
                        && !status.equals("SUPPLEMENT_REQUESTED")) {
                    last = waiting;
                }
                if (!last.isEmpty()) {
                    return last;
                }
                nature.clerks();
            }
        }
        throw new AssertionError("no case came so far that it could not be withdrawn");
    }

    private long entries(String no, String type, String about) {
        return sql
                .query(
                        "select body from trl_entry where kind = 'case' and subject_id = ?",
                        (row, i) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8),
                        no)
                .stream()
                .filter(body -> body.contains("\"type\":\"" + type + "\"") && body.contains(about))
                .count();
    }
}
