package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.flow.Decisions.Row;
import org.lianfu.shared.ProgramRef;

/** Decision tables and conditions, without any engine around them. */
class DecisionsTest {

    private static final ProgramRef PROGRAM = new ProgramRef("test", "1");

    private final Map<String, String> shelf = new HashMap<>();
    private final AtomicInteger read = new AtomicInteger();
    private final FeelDecisions decisions = new FeelDecisions((program, decision) -> {
        read.incrementAndGet();
        if (!shelf.containsKey(decision)) {
            throw new IllegalStateException("no decision " + decision);
        }
        return shelf.get(decision).getBytes();
    });

    @AfterEach
    void close() {
        decisions.close();
    }

    @Test
    void theFirstRowThatMatchesAnswersWithItsClause() {
        shelf.put("tier", Tables.table("tier", "FIRST", "amountFen", "tier", """
                < 100|"LOW"|§3（一）small
                < 1000|"MID"|第四条，§4.2：middle
                -|"HIGH"|none"""));
        assertThat(decisions.evaluate(PROGRAM, "tier", Map.of("amountFen", 50L)))
                .containsExactly(new Row("row1", Map.of("tier", "LOW"), "§3（一）small"));
        assertThat(decisions.evaluate(PROGRAM, "tier", Map.of("amountFen", 500L)))
                .extracting(Row::clause)
                .containsExactly("§4.2");
        assertThat(decisions.evaluate(PROGRAM, "tier", Map.of("amountFen", 5000L)))
                .extracting(Row::clause)
                .containsExactly("");
        assertThat(read).hasValue(1);
    }

    @Test
    void noRowMatchesAndAMissingFactIsNull() {
        shelf.put("tier", Tables.table("tier", "UNIQUE", "amountFen", "tier", "< 100|\"LOW\"|§3"));
        assertThat(decisions.evaluate(PROGRAM, "tier", Map.of("amountFen", 500L)))
                .isEmpty();
        assertThat(decisions.evaluate(PROGRAM, "tier", Map.of())).isEmpty();
    }

    @Test
    void amountsStayLongAndFractionsAreDecimals() {
        shelf.put("sum", Tables.table("sum", "FIRST", "amountFen", "sum", """
                > 10000000000000|amountFen * 2|§1
                > 1000|amountFen * 0.035 / 1|§1"""));
        assertThat(decisions
                        .evaluate(PROGRAM, "sum", Map.of("amountFen", 10_000_000_000_001L))
                        .get(0)
                        .outputs())
                .containsEntry("sum", 20_000_000_000_002L);
        assertThat(decisions
                        .evaluate(PROGRAM, "sum", Map.of("amountFen", 1001L))
                        .get(0)
                        .outputs())
                .containsEntry("sum", new BigDecimal("35.035"));
    }

    @Test
    void aTableThatCollectsAnswersWithEveryRow() {
        shelf.put("why", Tables.table("why", "COLLECT", "amountFen", "why", """
                > 1|"A"|§1
                > 2|"B"|§2
                > 9|"C"|§3"""));
        assertThat(decisions.evaluate(PROGRAM, "why", Map.of("amountFen", 5L)))
                .extracting(Row::rule)
                .containsExactly("row1", "row2");
        assertThat(decisions.collects(PROGRAM, "why")).isTrue();
    }

    @Test
    void anotherLanguageThanFeelDoesNotRun() {
        String juel = Tables.table("bad", "FIRST", "amountFen", "bad", "-|${1}|§1")
                .replace("<outputEntry id=\"out1\">", "<outputEntry id=\"out1\" expressionLanguage=\"juel\">");
        shelf.put("bad", juel);
        assertThatThrownBy(() -> decisions.evaluate(PROGRAM, "bad", Map.of("amountFen", 1L)))
                .hasStackTraceContaining("FEEL only");
        shelf.put("worse", juel.replace("\"bad\"", "\"worse\"").replace("juel", "javascript"));
        assertThatThrownBy(() -> decisions.evaluate(PROGRAM, "worse", Map.of("amountFen", 1L)))
                .hasStackTraceContaining("FEEL only");
    }

    @Test
    void aDecisionThatBurnsIsStopped() {
        shelf.put(
                "burn",
                Tables.table("burn", "FIRST", "count(for a in 1..3000, b in 1..3000 return a*b)", "burn", "-|1|§1"));
        assertThatThrownBy(() -> decisions.evaluate(PROGRAM, "burn", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("takes more than 100000 combinations");
        shelf.put("tier", Tables.table("tier", "FIRST", "amountFen", "tier", "-|1|§1"));
        assertThat(decisions.evaluate(PROGRAM, "tier", Map.of())).hasSize(1);
    }

    @Test
    void aWorkThatOnlyWaitsForTheMachineIsNotStopped() {
        try (TimeLimit limit = new TimeLimit(Duration.ofMillis(20))) {
            assertThat(limit.<String>run("sleep", () -> {
                        Thread.sleep(60);
                        return "done";
                    }))
                    .isEqualTo("done");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for a in 1..300000, b in 1..300000 return a*b)",
                "count(for a in 1..300000, b in 1..300000 return 1)",
                "some a in 1..300000, b in 1..300000 satisfies false",
                "count((for a in 1..300000 return a)[count((for b in 1..300000 return b)[item > 5]) > 5])",
                "sum(for a in 1..300000 return sum(for b in 1..300000 return 1))"
            })
    void theThreadOfAStoppedWorkEnds(String text) throws Exception {
        Thread[] worker = new Thread[1];
        try (TimeLimit limit = new TimeLimit(Duration.ofMillis(20))) {
            FeelFast feel = new FeelFast();
            assertThatThrownBy(() -> limit.run("burn", () -> {
                        worker[0] = Thread.currentThread();
                        return feel.evaluateSimpleExpression(text, Variables.emptyVariableContext());
                    }))
                    .hasMessageContaining("burn");
        }
        worker[0].join(20_000);
        assertThat(worker[0].isAlive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count(for a in 1..300000, b in 1..300000 return a*b) | 100000 combinations",
                "sum(for a in 1..300000 return sum(for b in 1..300000 return 1)) | 256 MB",
                "count(for a in 1..300000000 return 1) | 500000 items",
                "count(for a in 300000000..1 return a) | 500000 items",
                "count(for a in 1..2, b in 1..300000000 return 1) | 500000 items",
                "some a in -300000000..1 satisfies a > 5 | 500000 items",
                "every a in (for b in 1..99999999999999999999 return b) satisfies true | 500000 items"
            })
    void aWorkThatFillsTheMemoryIsStoppedLongBeforeItsTimeIsOver(String text, String limitReached) {
        try (TimeLimit limit = new TimeLimit(Duration.ofSeconds(60))) {
            FeelFast feel = new FeelFast();
            assertThatThrownBy(() -> limit.run(
                            "hoard", () -> feel.evaluateSimpleExpression(text, Variables.emptyVariableContext())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("hoard takes more than " + limitReached);
        }
    }

    @Test
    void aWorkThatOnlyBurnsTimeIsStoppedWhenItIsOver() {
        try (TimeLimit limit = new TimeLimit(Duration.ofMillis(20))) {
            assertThatThrownBy(() -> limit.run("spin", () -> {
                        while (true) {
                            TimeLimit.check();
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("spin takes more than 20 ms");
        }
    }

    @Test
    void conditionsOfFormsAreTrueOrFalse() {
        assertThat(decisions.holds("employees > 300", Map.of("employees", 301L)))
                .isTrue();
        assertThat(decisions.holds("employees > 300", Map.of())).isFalse();
        assertThat(decisions.holds("\"text\"", Map.of())).isFalse();
        assertThatThrownBy(() -> decisions.holds("employees >", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDecisionThatIsNotThere() {
        assertThatThrownBy(() -> decisions.evaluate(PROGRAM, "none", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }
}
