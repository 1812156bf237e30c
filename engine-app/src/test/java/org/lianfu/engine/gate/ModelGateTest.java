package org.lianfu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianfu.program.Finding;

/** What the gate lets through, and what it says of the rest. */
class ModelGateTest {

    private final ModelGate gate = new ModelGate(Set.of("seekBank"));

    private List<Finding> check(String xml) {
        return gate.source("test.bpmn", xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aGoodModelHasNoFinding() {
        assertThat(check(Hostile.GOOD)).isEmpty();
    }

    @Test
    void aFindingNamesFileElementAndRule() {
        assertThat(check(Hostile.with("camunda:delegateExpression=\"${seekBank}\"", "camunda:class=\"x\"")))
                .containsExactly(new Finding(
                        "attribute-not-allowed",
                        "test.bpmn",
                        "seekBank",
                        "camunda:class may not stand on serviceTask; remove it"));
    }

    @Test
    void allFaultsOfAFileAreFoundAtOnce() {
        String xml = Hostile.with("name=\"承接\"", "name=\"${x}\"")
                .replace("id=\"claim\"", "id=\"claim\" camunda:assignee=\"me\"");
        assertThat(check(xml))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("expression-in-text", "attribute-not-allowed");
    }

    @Test
    void theDefaultNamespaceIsAsGoodAsAPrefix() {
        String xml = Hostile.GOOD
                .replace("xmlns:bpmn=", "xmlns=")
                .replace("<bpmn:", "<")
                .replace("</bpmn:", "</");
        assertThat(check(xml)).isEmpty();
    }

    @Test
    void aByteOrderMarkAndACommentDoNoHarm() {
        assertThat(check("\uFEFF"
                        + Hostile.with("<bpmn:endEvent id=\"late\"/>", "<!-- ${x} --><bpmn:endEvent id=\"late\"/>")))
                .isEmpty();
    }

    @Test
    void anAttributeInTheModelsOwnNamespaceIsNotTheAttribute() {
        assertThat(check(Hostile.with("id=\"claim\"", "bpmn:id=\"x\" id=\"claim\"")))
                .extracting(Finding::rule)
                .contains("attribute-not-allowed");
    }

    private static String scope(String inner) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="defs" targetNamespace="t">
                  <bpmn:process id="test" isExecutable="true">%s</bpmn:process></bpmn:definitions>""".formatted(inner);
    }

    /** {@code a>b c>d}: flows; kinds by first letter: s start, e end, u task, p parallel, x exclusive, n none-interrupting timer on u1. */
    static String drawn(String flows) {
        Set<String> nodes = new TreeSet<>();
        StringBuilder xml = new StringBuilder();
        int n = 0;
        for (String flow : flows.split(" ")) {
            String[] ends = flow.split(">");
            nodes.addAll(List.of(ends));
            xml.append("<bpmn:sequenceFlow id=\"way")
                    .append(++n)
                    .append("\" sourceRef=\"")
                    .append(ends[0])
                    .append("\" targetRef=\"")
                    .append(ends[1])
                    .append("\"/>");
        }
        for (String node : nodes) {
            xml.append(
                    switch (node.charAt(0)) {
                        case 's' -> "<bpmn:startEvent id=\"" + node + "\"/>";
                        case 'e' -> "<bpmn:endEvent id=\"" + node + "\"/>";
                        case 't' ->
                            "<bpmn:endEvent id=\"" + node + "\"><bpmn:terminateEventDefinition/></bpmn:endEvent>";
                        case 'p' -> "<bpmn:parallelGateway id=\"" + node + "\"/>";
                        case 'x' -> "<bpmn:exclusiveGateway id=\"" + node + "\"/>";
                        case 'n' ->
                            "<bpmn:boundaryEvent id=\"" + node
                                    + "\" attachedToRef=\"u1\" cancelActivity=\"false\"><bpmn:timerEventDefinition>"
                                    + "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${due}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>";
                        default -> "<bpmn:userTask id=\"" + node + "\"/>";
                    });
        }
        return scope(xml.toString());
    }

    static Stream<String> sound() {
        return Stream.of(
                "s1>u1 u1>e1",
                "s1>p1 p1>u1 p1>u2 u1>p2 u2>p2 p2>e1",
                "s1>p1 p1>u1 p1>p3 p3>u2 p3>u3 u2>p4 u3>p4 p4>p2 u1>p2 p2>e1",
                "s1>p1 p1>x1 x1>u1 x1>u2 u1>x2 u2>x2 x2>p2 p1>u3 u3>p2 p2>e1",
                "s1>p1 p1>u1 p1>u2 u1>e1 u2>e2",
                "s1>p1 p1>u1 p1>u2 u1>t1 u2>e2",
                "s1>p1 p1>x1 x1>t1 x1>u1 u1>p2 p1>u2 u2>p2 p2>e1",
                "s1>u1 u1>x1 x1>u1 x1>e1",
                "s1>u1 u1>u2 u2>e1 n1>u3 u3>e2");
    }

    static Stream<String> unsound() {
        return Stream.of(
                "s1>p1 p1>u1 p1>u2 u1>e1 u2>e1",
                "s1>p1 p1>u1 p1>u2 u1>x1 u2>x1 x1>e1",
                "s1>p1 p1>u1 p1>u2 p1>u3 u1>p2 u2>p2 u3>x1 p2>x1 x1>e1",
                "s1>x1 x1>u1 x1>u2 u1>p2 u2>p2 p2>p3 p3>u4 p3>u5 u4>e1 u5>e1",
                "s1>p1 p1>x1 x1>u1 x1>u2 u1>p2 u2>p2 p1>u3 u3>p2 p2>e1",
                "s1>p1 p1>u1 p1>p3 p3>u2 p3>u3 u1>p2 u2>p2 u3>p2 p2>e1",
                "s1>p1 p1>x1 x1>e2 x1>u1 u1>p2 p1>u2 u2>p2 p2>e1",
                "s1>u1 u1>u2 u2>e1 n1>u2",
                "s1>u1 u1>e1 u2>e1",
                "s1>u1",
                "s1>u1 u1>e1 u1>e2",
                "s1>p1 p1>u1 u1>p1 p1>e1");
    }

    @ParameterizedTest
    @MethodSource("sound")
    void tokensThatComeTogetherPass(String flows) {
        assertThat(check(drawn(flows).replace("\"s1\"", "\"begin\"").replaceAll("\"([a-z])(\\d)\"", "\"$1node$2\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void tokensThatWouldHangOrDoubleAreFound(String flows) {
        assertThat(check(drawn(flows).replaceAll("\"([a-z])(\\d)\"", "\"$1node$2\"")))
                .isNotEmpty()
                .extracting(Finding::rule)
                .isSubsetOf("fork-without-join", "doubled-token", "unreachable", "ways", "start-and-end");
    }

    /** Every model of the repository, with everything it calls taken for granted. */
    @Test
    void theModelsOfTheRepositoryPass() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("../processes"))) {
            List<Path> models =
                    files.filter(path -> path.toString().endsWith(".bpmn")).toList();
            assertThat(models).isNotEmpty();
            for (Path file : models) {
                byte[] xml = Files.readAllBytes(file);
                Set<String> called = new TreeSet<>();
                Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"")
                        .matcher(new String(xml, StandardCharsets.UTF_8))
                        .results()
                        .forEach(result -> called.add(result.group(1)));
                assertThat(new ModelGate(called).source(file.getFileName().toString(), xml))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void aBuiltModelThatDoesNotPassSaysWhy() {
        assertThatThrownBy(() -> {
                    throw Findings.refused("x.bpmn", check(Hostile.with("name=\"承接\"", "name=\"${x}\"")));
                })
                .hasMessageContaining("test.bpmn claim [expression-in-text]");
    }
}
