package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianfu.document.Documents;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.Sheaf;
import org.lianfu.trail.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who sees what 知悉范围: one drawn loan, in which everything that is recorded carries words of its own, is asked for at
 * every address that tells of cases or tasks by people of every kind. Addresses are those the running house has. It stands in a
 * house of its own: the lists tell of every case, and other tests use the same amounts.
 */
@OnH2
class AudienceTest extends LoanHouse {

    private static final Set<Audience> BETWEEN_TWO = Set.of(Audience.APPLICANT, Audience.BANK);
    private static final Set<Audience> MONEY = Set.of(Audience.APPLICANT, Audience.BANK, Audience.SCHEME);

    /** What stands in the case, by its words, and for whom it is. */
    private static final Map<String, Set<Audience>> SECRETS = Map.ofEntries(
            Map.entry("3000000.00", BETWEEN_TWO), // applied for
            Map.entry("采购转向架用特种钢材", BETWEEN_TWO), // an answer that the firm filed
            Map.entry("patentCertificate.pdf", BETWEEN_TWO), // a file that the firm filed
            Map.entry("额度已满", Set.of()), // why the first bank declined: that bank is not in the case any more
            Map.entry("在园区正常生产经营", Set.of(Audience.APPLICANT, Audience.BANK, Audience.BUREAU)), // the park's word
            Map.entry("手上的评估太多", Set.of(Audience.BANK)), // why the first appraiser declined: out of the case
            Map.entry("请评估市场价值", Set.of(Audience.BANK, Audience.APPRAISER)), // the commission
            Map.entry("8880000.00", Set.of(Audience.BANK, Audience.APPRAISER)), // the valuation
            Map.entry("资产负债率 46%", Set.of(Audience.BANK)), // an answer of the investigation
            Map.entry("调查意见甲", Set.of(Audience.BANK)), // its opinion
            Map.entry("inner-report.pdf", Set.of(Audience.BANK)), // its file
            Map.entry("2900000.00", BETWEEN_TWO), // approved and contracted
            Map.entry("先登记后放款", BETWEEN_TWO), // the decision's conditions
            Map.entry("批准意见乙", BETWEEN_TWO), // its opinion
            Map.entry("2700000.00", MONEY), // drawn
            Map.entry("JJ-IPP-", MONEY)); // the loan note

    private static final Map<String, Set<Audience>> READERS = readers();

    /** Who was asked saw the amount that was applied for, and finds it again beside the work that was done or is to do. */
    private static final Set<String> ASKED = Set.of("bank.b.rm", "bank.b.approver", "operator");

    /** Lists: they name cases without an address of their own. */
    private static final Set<String> LISTS = Set.of("/api/v1/applications", "/api/v1/tasks", "/cases", "/tasks", "/");

    @LocalServerPort
    int port;

    @Autowired
    Map<String, RequestMappingInfoHandlerMapping> mappings;

    private static Map<String, Set<Audience>> readers() {
        Map<String, Set<Audience>> readers = new LinkedHashMap<>();
        List.of("firm.a", "firm.a.signer").forEach(login -> readers.put(login, Set.of(Audience.APPLICANT)));
        List.of("bank.a.rm", "bank.a.approver").forEach(login -> readers.put(login, Set.of(Audience.BANK)));
        List.of("fin.acceptor", "fin.reviewer", "fin.chief", "treasury.maker", "treasury.checker", "auditor")
                .forEach(login -> readers.put(login, Set.of(Audience.SCHEME)));
        readers.put("appraiser", Set.of(Audience.APPRAISER));
        readers.put("park.clerk", Set.of(Audience.BUREAU));
        List.of(
                        "firm.b",
                        "bank.b.rm",
                        "bank.b.approver",
                        "iit.chief",
                        "st.reviewer",
                        "designer",
                        "publisher",
                        "expert1",
                        "appraiser.b",
                        "sysadmin",
                        "secadmin",
                        "auditadmin",
                        "operator")
                .forEach(login -> readers.put(login, Set.of()));
        return readers;
    }

    @Test
    void everything_that_is_recorded_is_shown_to_its_audience_and_to_nobody_else_at_every_address() {
        CaseNo no = drawnLoan();
        Set<String> addresses = addresses(no);
        assertThat(addresses).hasSizeGreaterThan(40);
        List<String> wrong = new ArrayList<>();
        READERS.forEach((login, reader) -> {
            String seen = "";
            for (String address : addresses) {
                String body = told(login, address);
                seen += body;
                SECRETS.forEach((words, audience) -> {
                    boolean asked = ASKED.contains(login) && words.equals("3000000.00") && address.contains("tasks");
                    if (body.contains(words) && !asked && disjoint(audience, reader)) {
                        wrong.add(login + " reads " + words + " at " + address);
                    }
                });
            }
            for (Map.Entry<String, Set<Audience>> secret : SECRETS.entrySet()) {
                if (!disjoint(secret.getValue(), reader) && !seen.contains(secret.getKey())) {
                    wrong.add(login + " nowhere reads " + secret.getKey());
                }
            }
            boolean knowsPersons = reader.contains(Audience.BANK) || login.equals("auditor");
            if (seen.contains("bank.a.investigator") && !knowsPersons) {
                wrong.add(login + " reads who investigated");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void outside_its_audience_a_trail_entry_keeps_what_the_chain_needs_and_nothing_more() {
        CaseNo no = drawnLoan();
        List<Recorded> entries = entries(no);
        READERS.forEach((login, reader) -> {
            Answer answer = Caller.api(port, login).get("/api/v1/applications/" + no + "/trail?limit=100");
            assertThat(answer.status()).as(login).isEqualTo(reader.isEmpty() ? 404 : 200);
            if (reader.isEmpty()) {
                return;
            }
            JsonNode items = answer.json().path("items");
            assertThat(items).as("the whole chain").hasSameSizeAs(entries);
            int hidden = 0;
            for (int i = 0; i < entries.size(); i++) {
                Recorded entry = entries.get(i);
                JsonNode item = items.get(i);
                assertThat(item.path("hash").asText()).isEqualTo(entry.hash());
                assertThat(item.path("prev").asText()).isEqualTo(entry.prev());
                assertThat(item.path("actor").path("org").asText()).isEqualTo(entry.org());
                boolean otherBank =
                        reader.contains(Audience.BANK) && entry.org().equals("BANK_B");
                if (otherBank || disjoint(entry.audience(), reader)) {
                    hidden++;
                    assertThat(List.of(item.path("from"), item.path("to"), item.path("amount")))
                            .as(login + " " + entry.type())
                            .noneMatch(JsonNode::isTextual);
                    assertThat(item.path("actor").path("login").isTextual())
                            .as(login + " " + entry.type())
                            .isFalse();
                }
            }
            assertThat(hidden).as(login + " does not see all").isPositive();
        });
    }

    /** A document says what one entry says, and so is had by whoever may read that entry. */
    @Test
    void a_document_is_had_by_whoever_may_read_its_entry_and_by_nobody_else() {
        CaseNo no = drawnLoan();
        String path = "/api/v1/applications/" + no + "/documents";
        Map<String, Set<Audience>> all = new LinkedHashMap<>();
        Documents.among(entries(no))
                .forEach(made -> all.put(made.id(), made.entry().audience()));
        assertThat(all).hasSize(3);
        READERS.forEach((login, reader) -> {
            Caller caller = Caller.api(port, login);
            Set<String> listed = new TreeSet<>();
            caller.get(path)
                    .json()
                    .path("items")
                    .forEach(item -> listed.add(item.path("id").asText()));
            all.forEach((id, audience) -> {
                boolean may = !disjoint(audience, reader);
                assertThat(listed.contains(id)).as(login + " is told of " + id).isEqualTo(may);
                assertThat(caller.get(path + "/" + id).status())
                        .as(login + " asks for " + id)
                        .isEqualTo(may ? 200 : 404);
            });
        });
    }

    private static boolean disjoint(Set<Audience> audience, Set<Audience> reader) {
        return reader.stream().noneMatch(audience::contains);
    }

    /** What the reader gets there, numbers without their commas; nothing when refused. */
    private String told(String login, String address) {
        Caller caller = callers.computeIfAbsent(
                login + address.startsWith("/api/"),
                key -> address.startsWith("/api/") ? Caller.api(port, login) : Caller.browser(port, login));
        Answer answer = caller.get(address, "Accept", address.startsWith("/api/") ? "*/*" : "text/html");
        assertThat(answer.status()).as(login + " " + address).isIn(200, 302, 403, 404);
        return answer.status() == 200 ? answer.body().replace(",", "") : "";
    }

    private final Map<String, Caller> callers = new HashMap<>();

    /** Every address of the running house that is read and tells of a case, filled with the numbers of this one. */
    private Set<String> addresses(CaseNo no) {
        Set<String> ids = new LinkedHashSet<>(
                sql.queryForList("select id from app_attachment where no = ?", String.class, no.value()));
        Set<String> seats = new LinkedHashSet<>(
                sql.queryForList("select id from rev_seat where case_no = ?", String.class, no.value()));
        assertThat(ids).isNotEmpty();
        assertThat(seats).isNotEmpty();
        Set<String> addresses = new TreeSet<>();
        for (String pattern : patterns()) {
            String path = pattern.replace("{no}", no.value());
            if (LISTS.contains(pattern)) {
                addresses.add(path + (pattern.startsWith("/api/") ? "?limit=100" : ""));
                addresses.add(path + "?box=done");
                addresses.add(path + "?box=started");
            } else if (path.contains("{id}")) {
                (path.contains("/tasks/") ? seats : ids).forEach(id -> addresses.add(path.replace("{id}", id)));
            } else {
                boolean list = path.endsWith("/trail") || path.endsWith("/timeline");
                addresses.add(path.replaceAll("\\{\\w+}", "x") + (list ? "?limit=100" : ""));
            }
        }
        return addresses;
    }

    private Set<String> patterns() {
        return mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .filter(pattern -> LISTS.contains(pattern) || pattern.contains("{no}") || pattern.contains("/tasks/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Bank B declines, bank A investigates, approves 2,900,000 and pays out 2,700,000. */
    private CaseNo drawnLoan() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_B", "BANK_A");
        act(no, "park.clerk", "recommend", "DONE", "", loan.example("recommend"));
        act(no, "bank.b.rm", "bankClaim", "DECLINE", "额度已满", Map.of("reasons", "B08"));
        act(no, "bank.a.rm", "bankClaim", "ACCEPT", "", Map.of());
        Map<String, Object> report = loan.example("investigate");
        report.put("suggestedAmount", "2950000.00");
        String seat = loan.task(no, "investigate");
        Caller rm = Caller.api(port, "bank.a.rm");
        assertThat(rm.post("/api/v1/tasks/" + seat + "/claim", "").status()).isEqualTo(200);
        assertThat(rm.upload(
                                "/api/v1/tasks/" + seat + "/attachments",
                                Map.of("kind", "other"),
                                "inner-report.pdf",
                                Sheaf.PDF)
                        .status())
                .isEqualTo(201);
        review.complete(loan.actor("bank.a.rm"), seat, "DONE", "调查意见甲", report);
        act(no, "bank.a.investigator", "investigate", "DONE", "", report);
        act(
                no,
                "bank.a.rm",
                "chooseAppraiser",
                "DONE",
                "",
                with(loan.example("chooseAppraiser"), "appraiserOrg", "APPRAISAL_B"));
        act(no, "appraiser.b", "valuate", "DECLINE", "手上的评估太多", Map.of("reasons", "A02"));
        act(no, "bank.a.rm", "chooseAppraiser", "DONE", "", loan.example("chooseAppraiser"));
        act(no, "appraiser", "valuate", "DONE", "", with(loan.example("valuate"), "appraisedValue", "8880000.00"));
        act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", "", loan.example("reviewCredit"));
        Map<String, Object> decision = loan.example("decideCredit");
        decision.put("approvedAmount", "2900000.00");
        decision.put("conditions", "先登记后放款");
        act(no, "bank.a.approver", "decideCredit", "APPROVE", "批准意见乙", decision);
        Map<String, Object> contract = loan.contract(no);
        contract.put("contractAmount", "2900000.00");
        act(no, "bank.a.rm", "prepareContract", "DONE", "", contract);
        act(no, "firm.a.signer", "signContract", "DONE", "", Map.of("signerName", "陈示例", "agreed", true));
        registryWorks();
        act(no, "firm.a", "requestDrawdown", "DONE", "", with(loan.request(), "drawdownAmount"));
        act(no, "bank.a.disburser", "checkDrawdown", "APPROVE", "", loan.example("checkDrawdown"));
        act(no, "bank.a.payer", "recordDrawdown", "DONE", "", with(loan.note(no), "drawnAmount"));
        act(no, "bank.a.payer2", "confirmDrawdown", "APPROVE", "", Map.of());
        return no;
    }

    private void act(
            CaseNo no, String login, String element, String outcome, String opinion, Map<String, Object> answers) {
        review.complete(loan.actor(login), loan.task(no, element), outcome, opinion, answers);
    }

    private static Map<String, Object> with(Map<String, Object> answers, String amount) {
        return with(answers, amount, "2700000.00");
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, String value) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(key, value);
        return changed;
    }
}
