package org.lianfu.engine.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Rules for single elements of a model: ids, references, and the few places where an expression may stand. */
final class ModelRules {

    static final String[] NODES = {
        "startEvent",
        "endEvent",
        "userTask",
        "businessRuleTask",
        "serviceTask",
        "exclusiveGateway",
        "parallelGateway",
        "subProcess",
        "callActivity",
        "boundaryEvent"
    };

    private static final String WORD = "[a-z][A-Za-z0-9]{1,63}";
    /** In a built model the ids of a part stand behind the id of the call activity that named it. */
    private static final Pattern WORDS = Pattern.compile(WORD + "(_" + WORD + ")*");

    private static final Pattern SOURCE_WORD = Pattern.compile(WORD);
    private static final Pattern PROCESS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P\\d{1,5}D");
    private static final Set<String> STEP =
            Set.of("role", "seats", "outcomes", "audience", "phase", "differsFrom", "clause", "returns");

    private final Set<String> catalogue;
    private final boolean built;
    private final Findings findings;
    private final Map<String, Element> byId = new HashMap<>();

    ModelRules(Set<String> catalogue, boolean built, Findings findings) {
        this.catalogue = catalogue;
        this.built = built;
        this.findings = findings;
    }

    void check(Element root) {
        Nodes.walk(root, element -> byId.putIfAbsent(element.getAttribute("id"), element));
        List<Element> processes = Nodes.children(root, "process");
        if (processes.size() != 1) {
            findings.add("one-process", root, "a file holds exactly one process, not " + processes.size());
            return;
        }
        process(processes.get(0));
        Nodes.all(root, NODES).forEach(this::node);
        Nodes.all(root, "sequenceFlow").forEach(this::flow);
        Nodes.all(root, "participant")
                .forEach(pool -> refers(pool, "processRef", pool.getAttribute("processRef"), "process"));
        Nodes.all(root, "flowNodeRef").forEach(ref -> refers(ref, "flowNodeRef", Nodes.text(ref), NODES));
        Nodes.all(root, "errorEventDefinition")
                .forEach(error -> refers(error, "errorRef", error.getAttribute("errorRef"), "error"));
        Nodes.all(root, "multiInstanceLoopCharacteristics").forEach(this::cardinality);
        Nodes.walk(root, this::property);
        Nodes.walk(root, element -> {
            if (element.hasAttribute("bpmnElement") && !byId.containsKey(element.getAttribute("bpmnElement"))) {
                findings.add(
                        "dangling",
                        element,
                        "the picture shows " + element.getAttribute("bpmnElement") + ", which does not exist");
            }
        });
    }

    private void process(Element process) {
        if (!PROCESS.matcher(process.getAttribute("id")).matches()) {
            findings.add("id-not-a-word", process, "the id of a process is its program's code, as in talent-subsidy");
        }
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            findings.add("not-executable", process, "set isExecutable to true");
        }
        if (process.hasAttributeNS(Nodes.CAMUNDA, "historyTimeToLive")
                && !TIME_TO_LIVE
                        .matcher(process.getAttributeNS(Nodes.CAMUNDA, "historyTimeToLive"))
                        .matches()) {
            findings.add("attribute-not-allowed", process, "historyTimeToLive is written P30D");
        }
    }

    private void node(Element node) {
        String id = node.getAttribute("id");
        if (!(built ? WORDS : SOURCE_WORD).matcher(id).matches()) {
            findings.add("id-not-a-word", node, "the id " + id + " is no word; name it as in decideCredit");
        }
        switch (node.getLocalName()) {
            case "serviceTask" -> service(node, id);
            case "businessRuleTask" -> {
                if (!SOURCE_WORD
                        .matcher(node.getAttributeNS(Nodes.CAMUNDA, "decisionRef"))
                        .matches()) {
                    findings.add("decision-missing", node, "name a decision of the pack in camunda:decisionRef");
                }
            }
            case "boundaryEvent" -> boundary(node);
            case "callActivity" -> {
                if (built || !node.getAttribute("calledElement").matches("part:" + PROCESS.pattern())) {
                    findings.add(
                            "call-not-a-part",
                            node,
                            "a call activity names a part, as in calledElement=\"part:intake\"");
                }
            }
            case "exclusiveGateway" -> {
                if (node.hasAttribute("default")) {
                    refers(node, "default", node.getAttribute("default"), "sequenceFlow");
                }
            }
            default -> {
                // nothing more to ask
            }
        }
    }

    private void service(Element node, String id) {
        String expression = node.getAttributeNS(Nodes.CAMUNDA, "delegateExpression");
        String name = expression.matches("\\$\\{\\w+}") ? expression.substring(2, expression.length() - 1) : "";
        String own = id.substring(id.lastIndexOf('_') + 1);
        if (!catalogue.contains(name)) {
            findings.add(
                    "not-in-catalogue", node, "camunda:delegateExpression " + expression + " is none of " + catalogue);
        } else if (!own.equals(name) && !own.matches(name + "[A-Z]\\w*")) {
            findings.add("id-not-the-activity", node, "the id begins with the name of what it calls: " + name);
        }
    }

    private void boundary(Element node) {
        boolean timer = Nodes.has(node, "timerEventDefinition");
        if (Nodes.children(node, "timerEventDefinition").size()
                        + Nodes.children(node, "errorEventDefinition").size()
                != 1) {
            findings.add("boundary", node, "a boundary event is one timer or one error");
        }
        String host = node.getAttribute("attachedToRef");
        if (timer) {
            refers(node, "attachedToRef", host, "userTask");
            List<Element> dates = Nodes.all(node, "timeDate");
            if (dates.size() != 1 || !Nodes.text(dates.get(0)).equals("${due}")) {
                findings.add("timer", node, "a timer is a timeDate that reads ${due}; its term stands in program.yaml");
            }
        } else {
            refers(node, "attachedToRef", host, "subProcess", "callActivity");
        }
    }

    private void flow(Element flow) {
        for (String end : new String[] {"sourceRef", "targetRef"}) {
            refers(flow, end, flow.getAttribute(end), NODES);
            Element node = byId.get(flow.getAttribute(end));
            if (node != null && node.getParentNode() != flow.getParentNode()) {
                findings.add("dangling", flow, "a flow stays inside its process or sub-process");
            }
        }
        boolean speaks = flow.hasAttribute("name") || Nodes.has(flow, "conditionExpression");
        if (speaks
                && !(built ? WORDS : SOURCE_WORD)
                        .matcher(flow.getAttribute("id"))
                        .matches()) {
            findings.add("id-not-a-word", flow, "a flow with a name or a condition has a word for its id");
        }
        for (Element condition : Nodes.children(flow, "conditionExpression")) {
            Condition.problem(Nodes.text(condition)).ifPresent(problem -> findings.add("condition", flow, problem));
            Element source = byId.get(flow.getAttribute("sourceRef"));
            if (source != null && !Nodes.is(source, "exclusiveGateway")) {
                findings.add("condition", flow, "only a flow out of an exclusive gateway has a condition");
            }
        }
    }

    private void cardinality(Element repeated) {
        List<Element> counts = Nodes.children(repeated, "loopCardinality");
        if (counts.size() != 1 || !Nodes.text(counts.get(0)).matches("\\d{1,3}|\\$\\{[a-z][A-Za-z0-9]*}")) {
            findings.add("loop", repeated, "a repetition counts a number or one fact, as in ${drawdowns}");
        }
    }

    private void property(Element element) {
        if (!"property".equals(element.getLocalName())) {
            return;
        }
        Element owner = (Element) element.getParentNode().getParentNode().getParentNode();
        Set<String> allowed =
                Nodes.is(owner, "userTask") ? STEP : Nodes.is(owner, "endEvent") ? Set.of("status") : Set.of();
        if (!allowed.contains(element.getAttribute("name"))) {
            findings.add(
                    "property-not-allowed",
                    element,
                    "the property " + element.getAttribute("name") + " may not stand here; known are " + allowed);
        }
    }

    private void refers(Element from, String what, String id, String... kinds) {
        Element to = byId.get(id);
        if (to == null || !Nodes.is(to, kinds)) {
            findings.add("dangling", from, what + " " + id + " is none of " + String.join(", ", kinds));
        }
    }
}
