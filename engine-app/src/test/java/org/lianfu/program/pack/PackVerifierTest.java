package org.lianfu.program.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.program.Finding;

/** Every shipped pack keeps every rule, and every rule catches what it is there for: by file, element and reason. */
class PackVerifierTest {

    private static final String LOAN = "loan-ip-pledge";
    private static final String SHED = "bicycle-shed";

    @ParameterizedTest
    @ValueSource(strings = {LOAN, SHED})
    void aShippedPackHasNoFinding(String code) {
        assertThat(ShippedPacks.findings(ShippedPacks.LIBRARY.pack(code))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOAN, SHED})
    void everyClauseIsNamedByAScenario(String code) {
        Pack pack = ShippedPacks.LIBRARY.pack(code);
        String scenarios = pack.files().keySet().stream()
                .filter(path -> path.endsWith(".feature"))
                .map(pack::text)
                .collect(java.util.stream.Collectors.joining());
        assertThat(Clauses.read(pack.text(path(code, "POLICY.md"))))
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(Clauses.citedIn(scenarios)).contains(clause.id()));
    }

    /** One way to break a pack and the finding that must name it. */
    private record Break(String rule, String pack, String file, String element, UnaryOperator<String> change) {}

    private static Break loan(String rule, String file, String element, String from, String to) {
        return new Break(rule, LOAN, path(LOAN, file), element, text -> text.replace(from, to));
    }

    /** The same in a shared part of the loan: named by the part's own file and ids. */
    private static Break part(String rule, String file, String element, String from, String to) {
        return new Break(rule, LOAN, "processes/shared/" + file, element, text -> text.replace(from, to));
    }

    private static Break shed(String rule, String file, String element, String from, String to) {
        return new Break(rule, SHED, path(SHED, file), element, text -> text.replace(from, to));
    }

    private static String path(String code, String file) {
        return file.endsWith(".form") ? "forms/" + code + "/" + file : "processes/" + code + "/" + file;
    }

    private static final String MODEL = "loan-ip-pledge.bpmn";

    private static final String CONDITION =
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>";

    private static final List<Break> BREAKS = List.of(
            // program.yaml
            loan("manifest", "program.yaml", "/family", "family: loan", "family: lottery"),
            loan("manifest", "program.yaml", "", "casePrefix: IPP\n", ""),
            loan("manifest", "program.yaml", "", "applicant: FIRM", "applicant: FIRM\ncolour: red"),
            loan("manifest", "program.yaml", "", "applicant: FIRM", "applicant: FIRM\napplicant: PERSON"),
            loan("manifest", "program.yaml", "/deadlines/bankSearch/bankClaim", "bankClaim: 2wd", "bankClaim: 2 days"),
            loan("manifest", "program.yaml", "/deadlines/promise", "promise: 20wd", "promise: {first: 20wd}"),
            loan("manifest", "program.yaml", "", "2023-01-01", "2023-02-30"),
            loan("manifest-long", "program.yaml", "", "family: loan", "family: loan\n\n\n\n"),
            loan("deadline", "program.yaml", "bankSearch_bankClaim", ", bankClaim: 2wd", ""),
            loan("deadline-unknown-step", "program.yaml", "bankSearch_bankClaims", "bankClaim: 2wd", "bankClaims: 2wd"),
            loan("unit-unknown", "program.yaml", "ZZ_NOBODY", "leadUnit: ZZ_FIN_OFFICE", "leadUnit: ZZ_NOBODY"),
            loan("role-unknown", "program.yaml", "/roles/bankRm", "role: BANK_RM", "role: BARON"),
            loan("role-vacant", "program.yaml", "/roles/bankRm", "role: BANK_RM", "role: BANK_VACANT"),
            loan(
                    "role-unused",
                    "program.yaml",
                    "/roles/baron",
                    "roles:\n",
                    "roles:\n  baron: {org: BANK, role: BANK_RM, title: {zh: 男爵, en: Baron}}\n"),
            loan("document-twice", "documents.yaml", "/useEvidence", "kind: other", "kind: useEvidence"),
            loan("document-twice", "documents.yaml", "/sitePhotos", "kind: other", "kind: sitePhotos"),
            loan("document-asked", "documents.yaml", "/coOwnerConsent", "{coOwned: true}", "{coOwnd: true}"),
            loan("document-asked", "documents.yaml", "/sitePhotos", "step: creditAppraisal", "step: creditAppraisel"),
            loan(
                    "document-asked",
                    "documents.yaml",
                    "/businessLicence",
                    "required: true, clause: §1,",
                    "required: true, clause: §99,"),
            loan(
                    "manifest",
                    "documents.yaml",
                    "/applicant/0/clause",
                    "required: true, clause: §1,",
                    "required: true, clause: one,"),
            loan(
                    "window",
                    "program.yaml",
                    "/window",
                    "{opensOn: \"2023-01-01\"}",
                    "{opensOn: \"2023-01-01\", closesOn: \"2022-12-31\"}"),
            loan(
                    "decision-missing",
                    "program.yaml",
                    "/eligibility",
                    "[loanEligibility, ipPledgeCheck]",
                    "[loanEligibility, ipPledgeCheck, starSign]"),
            shed("fact-handled", "program.yaml", "/facts/moon", "facts:\n", "facts:\n  moon: [FULL, NEW]\n"),
            shed("fact-handled", "bicycle-shed.bpmn", "isLarge", "tier == 'LARGE'", "tier == 'SMALL'"),
            shed("fact-declared", "bicycle-shed.bpmn", "isLarge", "tier == 'SMALL'", "moon == 'FULL'"),
            shed("fact-source", "shedSize.dmn", "tier", "\"LARGE\"", "\"HUGE\""),
            shed("fact-source", "program.yaml", "/facts/tier", "[SMALL, LARGE]", "[SMALL, LARGE, HUGE]"),
            // gateways
            shed("condition-missing", "bicycle-shed.bpmn", "isLarge", CONDITION.formatted("${tier == 'LARGE'}"), ""),
            shed("condition-form", "bicycle-shed.bpmn", "isLarge", "${tier == 'LARGE'}", "${large}"),
            shed("condition-form", "bicycle-shed.bpmn", "isLarge", "${tier == 'LARGE'}", "${'LARGE' == tier}"),
            shed("figure-in-diagram", "bicycle-shed.bpmn", "isLarge", "tier == 'LARGE'", "amountFen >= 2000000"),
            shed("figure-in-diagram", "bicycle-shed.bpmn", "isLarge", "大车棚?", "2 万元及以上?"),
            shed(
                    "gateway-gap",
                    "bicycle-shed.bpmn",
                    "isLarge",
                    "tier == 'LARGE'",
                    "tier == 'LARGE' &amp;&amp; applicantKind == 'FIRM'"),
            shed(
                    "gateway-overlap",
                    "bicycle-shed.bpmn",
                    "isLarge",
                    "tier == 'LARGE'",
                    "tier == 'LARGE' || tier == 'SMALL'"),
            shed(
                    "outcome-handled",
                    "bicycle-shed.bpmn",
                    "chiefAgreed",
                    "outcome == 'APPROVE'",
                    "outcome != 'REJECT' &amp;&amp; outcome != 'APPROVE'"),
            // files and scenarios
            shed("not-drawn", "bicycle-shed.bpmn", "visitShed", "bpmnElement=\"visitShed\"", "bpmnElement=\"applied\""),
            shed("not-drawn", "bicycle-shed.bpmn", "toVisit", "bpmnElement=\"toVisit\"", "bpmnElement=\"toBoth\""),
            shed(
                    "scenario-sentence",
                    "scenarios/shed.feature",
                    "line 10",
                    "“firm.a.signer”提交申请",
                    "“firm.a.signer”把申请交上去"),
            shed("scenario-language", "scenarios/shed.feature", "", "# language: zh-CN\n", "\n"),
            shed("row-without-source", "shedSize.dmn", "small", "§3 [A] 两万元以下", "§3 两万元以下"),
            shed("row-without-source", "shedSize.dmn", "small", "§3 [A] 两万元以下", "§3 [S99] 两万元以下"),
            // the diagram
            loan(
                    "step-hidden",
                    MODEL,
                    "releasePledge",
                    "name=\"audience\" value=\"APPLICANT,BANK\"",
                    "name=\"audience\" value=\"APPLICANT\""),
            shed(
                    "element-not-allowed",
                    "bicycle-shed.bpmn",
                    "visitShed",
                    "camunda:formKey=\"visit\">",
                    "camunda:formKey=\"visit\"><bpmn:multiInstanceLoopCharacteristics/>"),
            loan(
                    "step-role",
                    MODEL,
                    "releasePledge",
                    "name=\"role\" value=\"bankRm\"",
                    "name=\"role\" value=\"baron\""),
            part(
                    "step-returns",
                    "credit-appraisal.bpmn",
                    "reviewCredit",
                    "name=\"returns\" value=\"2\"",
                    "name=\"returns\" value=\"often\""),
            part("step-seats", "credit-appraisal.bpmn", "investigate", "ALL 2", "ALL 1"),
            part("step-seats", "credit-appraisal.bpmn", "investigate", "ALL 2", "RATIO quorum=5 share=4/3"),
            part("step-vote", "credit-appraisal.bpmn", "investigate", "ALL 2", "RATIO quorum=5 share=2/3"),
            part("step-outcomes", "bank-search.bpmn", "bankClaim", "ACCEPT,DECLINE", "ACCEPT,PERHAPS"),
            part(
                    "step-audience",
                    "bank-search.bpmn",
                    "bankClaim",
                    "name=\"audience\" value=\"BANK\"",
                    "name=\"audience\" value=\"NEIGHBOURS\""),
            part("step-phase", "bank-search.bpmn", "bankClaim", "value=\"SUBMITTED\"", "value=\"SOMEWHERE\""),
            part(
                    "step-differs",
                    "draw-down.bpmn",
                    "confirmDrawdown",
                    "value=\"recordDrawdown\"",
                    "value=\"recordDrawups\""),
            part(
                    "form-missing",
                    "credit-appraisal.bpmn",
                    "investigate",
                    "formKey=\"investigate\"",
                    "formKey=\"nosuchform\""),
            loan("end-status", MODEL, "settled", "value=\"SETTLED\"", "value=\"HAPPY\""),
            part("outcome-handled", "bank-search.bpmn", "claimed", "outcome == 'DECLINE'", "outcome == 'REJECT'"),
            loan("process-is-program", MODEL, "loan-ip-pawn", "\"loan-ip-pledge\"", "\"loan-ip-pawn\""),
            part("name-missing", "credit-appraisal.bpmn", "investigate", "name=\"贷前调查\"", "name=\"\""),
            part("clause-unknown", "bank-search.bpmn", "bankClaim", "value=\"§6\"", "value=\"§66\""),
            part("not-in-catalogue", "draw-down.bpmn", "bookDrawdown", "${bookDrawdown}", "${dataSource}"),
            part("element-not-allowed", "draw-down.bpmn", "bookDrawdown", "bpmn:serviceTask", "bpmn:scriptTask"),
            new Break("step-timer", LOAN, "processes/shared/bank-search.bpmn", "recommendExpired", text -> text.replace(
                            "\"recommend\"", "\"recommender\"")
                    .replace(">recommend<", ">recommender<")),
            loan(
                    "lapse",
                    "program.yaml",
                    "creditClosing_prepareContract",
                    "decisionMonths} # §26",
                    "decisionMoons} # §26"),
            loan("role-by", "program.yaml", "/roles/recommender", "by: recommender, ", ""),
            loan("role-by", "program.yaml", "/roles/recommender", "by: recommender", "by: somebody"),
            loan("role-by", "recommender.dmn", "recommender", "\"ZZ_IIT\"", "\"ZZ_NOBODY\""),
            part("condition", "bank-search.bpmn", "bankTakes", "outcome == 'ACCEPT'", "outcome.getClass() == 'ACCEPT'"),
            part("id-not-a-word", "draw-down.bpmn", "Activity_0a1b2c3", "\"bookDrawdown\"", "\"Activity_0a1b2c3\""),
            new Break(
                    "parallel-phase",
                    SHED,
                    path(SHED, "bicycle-shed.bpmn"),
                    "bothLook",
                    text -> text.replaceFirst("value=\"IN_REVIEW\"", "value=\"SUBMITTED\"")),
            // decisions and clauses
            loan("clause-unknown", "loanEligibility.dmn", "R04", "§2 [A] 经营满", "§77 [A] 经营满"),
            loan("clause-unknown", "loanEligibility.dmn", "R04", "§2 [A] 经营满", "经营满"),
            loan("row-without-clause", "loanEligibility.dmn", "R04", "§2 [A] 经营满", "经营满"),
            loan("feel", "loanEligibility.dmn", "R04-firmOperatingMonths", "&lt; 12", "&lt;&lt; 12"),
            loan("feel", "ipPledgeCheck.dmn", "patentStatusExpression", "<text>patentStatus<", "<text>today()<"),
            loan("eligibility-output", "loanEligibility.dmn", "loanEligibility", "name=\"message\"", "name=\"words\""),
            loan("not-readable", "loanEligibility.dmn", "", "decisionTable", "decisionTableau"),
            loan("clauses", "POLICY.md", "§3", "## §4 ", "## §3 "),
            loan("clause-uncited", "POLICY.md", "§99", "## §16 ", "## §99 没有人引用\n空话。\n\n## §16 "),
            // words
            part("english-missing", "credit-appraisal.en.properties", "investigate", "investigate=Investigation\n", ""),
            loan("english-missing", "en.properties", "R01", "R01=", "R99="),
            loan("english-missing", "en.properties", "nothing", "submitted=", "nothing=Nothing\nsubmitted="),
            // forms and examples
            loan("form", "apply.form", "amount", "\"kind\": \"money\"", "\"kind\": \"gold\""),
            loan("form", "apply.form", "patentNo", "\"label\": \"专利号\"", "\"label\": \"${applicationContext}\""),
            loan("form", "apply.form", "form", "\"type\": \"default\",", "\"type\": \"default\", \"type\": \"x\","),
            loan("example", "example.json", "apply", "\"termMonths\": 12", "\"termMonths\": \"a year\""),
            loan("example", "example.json", "confirm", "  \"confirm\": {\"checkNote\": \"与放款凭证一致。\"},\n", ""));

    @TestFactory
    Stream<DynamicTest> aBrokenPackIsRefused() {
        return BREAKS.stream()
                .map(broken ->
                        DynamicTest.dynamicTest(broken.rule() + " " + broken.file() + " " + broken.element(), () -> {
                            Pack pack = ShippedPacks.changed(broken.pack(), broken.file(), broken.change());
                            PackVerifier.Verdict verdict = ShippedPacks.verify(pack);
                            assertThat(verdict.findings())
                                    .as("findings of rule %s", broken.rule())
                                    .anySatisfy(finding -> {
                                        assertThat(finding.rule()).isEqualTo(broken.rule());
                                        assertThat(finding.file()).isEqualTo(broken.file());
                                        assertThat(finding.element()).isEqualTo(broken.element());
                                        assertThat(finding.message()).isNotBlank();
                                    });
                            assertThat(verdict.program()).isNull();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> aMissingFileIsRefused() {
        return Stream.of(
                        "processes/loan-ip-pledge/program.yaml",
                        "processes/loan-ip-pledge/POLICY.md",
                        "processes/loan-ip-pledge/loan-ip-pledge.bpmn",
                        "processes/loan-ip-pledge/en.properties",
                        "processes/loan-ip-pledge/loanEligibility.dmn",
                        "forms/loan-ip-pledge/apply.form",
                        "forms/loan-ip-pledge/apply.en.properties",
                        "forms/shared/confirm.form")
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(ShippedPacks.findings(ShippedPacks.with(LOAN, path, null)))
                                .isNotEmpty()));
    }

    @Test
    void aFileThatNobodyReadsIsRefused() {
        assertThat(ShippedPacks.findings(ShippedPacks.with(SHED, path(SHED, "run.sh"), "true")))
                .extracting(Finding::rule, Finding::file)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("file-unknown", path(SHED, "run.sh")));
    }

    @Test
    void aPackWithoutAScenarioIsRefused() {
        assertThat(ShippedPacks.findings(ShippedPacks.with(SHED, path(SHED, "scenarios/shed.feature"), null)))
                .extracting(Finding::rule)
                .contains("scenario-missing");
    }

    @Test
    void aMissingPartIsRefused() {
        assertThat(ShippedPacks.findings(ShippedPacks.with(SHED, "processes/shared/two-eyes.bpmn", null)))
                .extracting(Finding::rule)
                .contains("build");
    }

    @Test
    void everyFindingIsToldAtOnce() {
        Pack pack = ShippedPacks.changed(
                LOAN, path(LOAN, MODEL), text -> text.replace("value=\"bankRm\"", "value=\"baron\"")
                        .replace("value=\"SETTLED\"", "value=\"HAPPY\"")
                        .replace("value=\"§13\"", "value=\"§66\""));
        assertThat(ShippedPacks.findings(pack))
                .extracting(Finding::rule)
                .contains("step-role", "end-status", "clause-unknown");
    }
}
