package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small good model, and what can be done to it. */
public final class Hostile {

    public static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                id="defs" targetNamespace="test">
              <bpmn:collaboration id="house"><bpmn:participant id="pool" name="池" processRef="bait-program"/></bpmn:collaboration>
              <bpmn:process id="bait-program" isExecutable="true">
                <bpmn:laneSet id="lanes"><bpmn:lane id="firmLane" name="企业"><bpmn:flowNodeRef>apply</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
                <bpmn:startEvent id="begin" name="开始"/>
                <bpmn:userTask id="apply" name="申请" camunda:formKey="apply">
                  <bpmn:documentation>说明</bpmn:documentation>
                  <bpmn:extensionElements><camunda:properties><camunda:property name="role" value="bankRm"/></camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="applyLate" attachedToRef="apply"><bpmn:timerEventDefinition id="applyLateTimer"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${due}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:serviceTask id="seekBank" name="找银行" camunda:delegateExpression="${seekBank}"/>
                <bpmn:exclusiveGateway id="found" default="isNone"/>
                <bpmn:userTask id="claim" name="承接" camunda:formKey="claim"/>
                <bpmn:endEvent id="done"/>
                <bpmn:endEvent id="late"/>
                <bpmn:sequenceFlow id="go" sourceRef="begin" targetRef="apply"/>
                <bpmn:sequenceFlow id="applied" sourceRef="apply" targetRef="seekBank"/>
                <bpmn:sequenceFlow id="sought" sourceRef="seekBank" targetRef="found"/>
                <bpmn:sequenceFlow id="isNext" name="有" sourceRef="found" targetRef="claim"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'NEXT'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="isNone" name="无" sourceRef="found" targetRef="done"/>
                <bpmn:sequenceFlow id="claimed" sourceRef="claim" targetRef="done"/>
                <bpmn:sequenceFlow id="isLate" sourceRef="applyLate" targetRef="late"/>
                <bpmn:textAnnotation id="note"><bpmn:text>注</bpmn:text></bpmn:textAnnotation>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="house"><bpmndi:BPMNShape id="apply_di" bpmnElement="apply"><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    private Hostile() {}

    public static String with(String old, String now) {
        if (!GOOD.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return GOOD.replace(old, now);
    }

    /** Expressions that run something, leave the house, or look where they must not; {@code FILE} is the canary. */
    public static List<String> payloads(String file) {
        return List.of(
                "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch " + file
                        + "')}",
                "#{''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch " + file
                        + "')}",
                "${secret.touch()}",
                "#{secret.touch()}",
                "${secret.touched}",
                "${bell.ring()}",
                "${seekBank['class']}",
                "${applicationContext.getBean('secret').touch()}",
                "${environment.getProperty('java.version')}",
                "${dataSource.getConnection()}",
                "${execution.processEngine.repositoryService}");
    }

    /** Places of the model where an expression could stand, each a model with a hole {@code @@}. */
    public static Map<String, String> slots() {
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("name", with("name=\"申请\"", "name=\"@@\""));
        slots.put("documentation", with("说明", "@@"));
        slots.put("flowName", with("name=\"有\"", "name=\"@@\""));
        slots.put("laneName", with("name=\"企业\"", "name=\"@@\""));
        slots.put("poolName", with("name=\"池\"", "name=\"@@\""));
        slots.put("annotation", with(">注<", ">@@<"));
        slots.put("property", with("value=\"bankRm\"", "value=\"@@\""));
        slots.put("condition", with("${outcome == 'NEXT'}", "@@"));
        slots.put("timeDate", with("${due}", "@@"));
        slots.put("delegate", with("\"${seekBank}\"", "\"@@\""));
        slots.put("formKey", with("camunda:formKey=\"apply\"", "camunda:formKey=\"@@\""));
        for (String attribute : List.of(
                "assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "formRef")) {
            slots.put(attribute, with("camunda:formKey=\"apply\"", "camunda:" + attribute + "=\"@@\""));
        }
        slots.put("expression", with("camunda:delegateExpression=\"${seekBank}\"", "camunda:expression=\"@@\""));
        slots.put("jobPriority", with("isExecutable=\"true\"", "isExecutable=\"true\" camunda:jobPriority=\"@@\""));
        slots.put(
                "startListener",
                with(
                        "<bpmn:startEvent id=\"begin\" name=\"开始\"/>",
                        "<bpmn:startEvent id=\"begin\"><bpmn:extensionElements>"
                                + "<camunda:executionListener event=\"start\" expression=\"@@\"/></bpmn:extensionElements></bpmn:startEvent>"));
        slots.put(
                "input",
                with(
                        "<camunda:properties>",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">@@</camunda:inputParameter></camunda:inputOutput><camunda:properties>"));
        slots.put(
                "cardinality",
                with(
                        "<bpmn:documentation>说明</bpmn:documentation>",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>@@</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"));
        return slots;
    }

    /** Models that hide something without any expression. */
    public static Map<String, String> structures() {
        Map<String, String> models = new LinkedHashMap<>();
        String bait = "org.lianfu.engine.Bait";
        String service = "camunda:delegateExpression=\"${seekBank}\"";
        models.put("class", with(service, "camunda:class=\"" + bait + "\""));
        models.put("class Runtime", with(service, "camunda:class=\"java.lang.Runtime\""));
        models.put(
                "shell",
                with(
                        "<bpmn:serviceTask id=\"seekBank\" name=\"找银行\" " + service + "/>",
                        "<bpmn:serviceTask id=\"seekBank\" camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"touch\"/>"
                                + "<camunda:field name=\"arg1\" stringValue=\"FILE\"/></bpmn:extensionElements></bpmn:serviceTask>"));
        models.put("mail", with(service, "camunda:type=\"mail\""));
        models.put("external", with(service, "camunda:type=\"external\" camunda:topic=\"x\""));
        models.put("not in the catalogue", with(service, "camunda:delegateExpression=\"${secret}\""));
        models.put("outside the catalogue", with(service, "camunda:delegateExpression=\"${dataSource}\""));
        models.put(
                "form handler",
                with(
                        "<bpmn:startEvent id=\"begin\" name=\"开始\"/>",
                        "<bpmn:startEvent id=\"begin\" camunda:formHandlerClass=\"" + bait + "\"/>"));
        models.put("task form handler", with("camunda:formKey=\"apply\"", "camunda:formHandlerClass=\"" + bait + "\""));
        models.put(
                "juel script",
                with(
                        "<bpmn:serviceTask id=\"seekBank\" name=\"找银行\" " + service + "/>",
                        "<bpmn:scriptTask id=\"seekBank\" scriptFormat=\"juel\"><bpmn:script>${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch FILE')}</bpmn:script></bpmn:scriptTask>"));
        models.put(
                "groovy condition",
                with(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'NEXT'}",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">'touch FILE'.execute()"));
        models.put(
                "condition resource",
                with(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'NEXT'}",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"juel\" camunda:resource=\"x.juel\">"));
        models.put(
                "listener class",
                with(
                        "<camunda:properties>",
                        "<camunda:executionListener event=\"start\" class=\"" + bait + "\"/><camunda:properties>"));
        models.put(
                "listener delegate",
                with(
                        "<camunda:properties>",
                        "<camunda:executionListener event=\"end\" delegateExpression=\"${seekBank}\"/><camunda:properties>"));
        models.put(
                "task listener",
                with(
                        "<camunda:properties>",
                        "<camunda:taskListener event=\"create\" class=\"" + bait + "\"/><camunda:properties>"));
        models.put(
                "listener script",
                with(
                        "<camunda:properties>",
                        "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">${1}</camunda:script></camunda:executionListener><camunda:properties>"));
        models.put(
                "input script",
                with(
                        "<camunda:properties>",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput><camunda:properties>"));
        models.put(
                "connector",
                with(
                        "<camunda:properties>",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector><camunda:properties>"));
        models.put(
                "form field",
                with(
                        "<camunda:properties>",
                        "<camunda:formData><camunda:formField id=\"x\" type=\"string\" defaultValue=\"${secret.touch()}\"/></camunda:formData><camunda:properties>"));
        models.put(
                "field",
                with(
                        "<camunda:properties>",
                        "<camunda:field name=\"x\" expression=\"${secret.touch()}\"/><camunda:properties>"));
        models.put("async", with(service, service + " camunda:asyncBefore=\"true\""));
        models.put("result variable", with(service, service + " camunda:resultVariable=\"x\""));
        models.put(
                "job cycle",
                with(
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${due}</bpmn:timeDate>",
                        "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/PT1S</bpmn:timeCycle>"));
        models.put(
                "duration",
                with(
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${due}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT0S</bpmn:timeDuration>"));
        models.put("fixed date", with("${due}", "2020-01-01T00:00:00"));
        models.put(
                "call activity",
                with(
                        "<bpmn:endEvent id=\"late\"/>",
                        "<bpmn:endEvent id=\"late\"/><bpmn:callActivity id=\"other\" calledElement=\"another-process\"/>"));
        models.put(
                "import",
                with(
                        "<bpmn:collaboration id=\"house\">",
                        "<bpmn:import namespace=\"x\" location=\"http://127.0.0.1:1/x.xsd\" importType=\"http://www.w3.org/2001/XMLSchema\"/><bpmn:collaboration id=\"house\">"));
        models.put(
                "schema location",
                with("id=\"defs\"", "id=\"defs\" xsi:schemaLocation=\"x http://127.0.0.1:1/x.xsd\""));
        models.put("unknown namespace", with("id=\"defs\"", "id=\"defs\" xmlns:evil=\"urn:evil\""));
        models.put("unknown attribute", with("id=\"claim\"", "id=\"claim\" camunda:whatever=\"1\""));
        models.put("expression language", with("id=\"defs\"", "id=\"defs\" expressionLanguage=\"groovy\""));
        models.put("not executable", with("isExecutable=\"true\"", "isExecutable=\"false\""));
        models.put("id twice", with("id=\"claim\"", "id=\"apply\""));
        models.put(
                "tool id",
                with("id=\"done\"", "id=\"Event_0a1b2c3\"")
                        .replace("targetRef=\"done\"", "targetRef=\"Event_0a1b2c3\""));
        models.put("dangling flow", with("targetRef=\"claim\"", "targetRef=\"nowhere\""));
        models.put("dangling timer", with("attachedToRef=\"apply\"", "attachedToRef=\"nowhere\""));
        models.put("timer on a service", with("attachedToRef=\"apply\"", "attachedToRef=\"seekBank\""));
        models.put("dangling lane", with("<bpmn:flowNodeRef>apply", "<bpmn:flowNodeRef>nowhere"));
        models.put("dangling picture", with("bpmnElement=\"apply\"", "bpmnElement=\"nowhere\""));
        models.put("dangling default", with("default=\"isNone\"", "default=\"nowhere\""));
        models.put(
                "unreachable",
                with("<bpmn:endEvent id=\"late\"/>", "<bpmn:endEvent id=\"late\"/><bpmn:userTask id=\"island\"/>"));
        models.put(
                "two ways without a gateway",
                with(
                        "id=\"claimed\" sourceRef=\"claim\"",
                        "id=\"claimed2\" sourceRef=\"claim\" targetRef=\"late\"/><bpmn:sequenceFlow id=\"claimed\" sourceRef=\"claim\""));
        models.put("text between elements", with("<bpmn:endEvent id=\"late\"/>", "x<bpmn:endEvent id=\"late\"/>"));
        models.put("bidi in a name", with("name=\"承接\"", "name=\"承\u202E接\""));
        models.put("invisible in a name", with("name=\"承接\"", "name=\"承\u200B接\""));
        models.put("long name", with("name=\"承接\"", "name=\"" + "长".repeat(400) + "\""));
        models.put(
                "processing instruction",
                with(
                        "<bpmn:collaboration id=\"house\">",
                        "<?xml-stylesheet href=\"http://127.0.0.1:1/x\"?><bpmn:collaboration id=\"house\">"));
        for (String element : List.of(
                "scriptTask",
                "sendTask",
                "receiveTask",
                "manualTask",
                "task",
                "inclusiveGateway",
                "complexGateway",
                "eventBasedGateway",
                "intermediateCatchEvent",
                "intermediateThrowEvent",
                "transaction",
                "adHocSubProcess",
                "dataObject",
                "dataStoreReference",
                "ioSpecification",
                "property",
                "group",
                "resourceRole",
                "performer",
                "potentialOwner",
                "standardLoopCharacteristics",
                "auditing",
                "monitoring",
                "correlationSubscription",
                "message",
                "signal",
                "escalation",
                "interface",
                "itemDefinition",
                "dataStore",
                "globalScriptTask")) {
            models.put(
                    "element " + element,
                    with(
                            "<bpmn:endEvent id=\"late\"/>",
                            "<bpmn:endEvent id=\"late\"/><bpmn:" + element + " id=\"added\"/>"));
        }
        for (String definition :
                List.of("message", "signal", "conditional", "escalation", "compensate", "link", "cancel", "timer")) {
            models.put(
                    "start by " + definition,
                    with(
                            "<bpmn:startEvent id=\"begin\" name=\"开始\"/>",
                            "<bpmn:startEvent id=\"begin\"><bpmn:" + definition
                                    + "EventDefinition id=\"why\"/></bpmn:startEvent>"));
        }
        models.put(
                "event sub-process",
                with(
                        "<bpmn:endEvent id=\"late\"/>",
                        "<bpmn:endEvent id=\"late\"/><bpmn:subProcess id=\"added\" triggeredByEvent=\"true\"/>"));
        return models;
    }

    /** Files that are no model at all. */
    public static Map<String, byte[]> files() {
        Map<String, String> texts = new LinkedHashMap<>();
        String doctype = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        texts.put("empty", "");
        texts.put("no XML", "process");
        texts.put("another root", "<html/>");
        texts.put(
                "file entity",
                GOOD.replace(doctype, doctype + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                        .replace("说明", "&x;"));
        texts.put(
                "http entity",
                GOOD.replace(doctype, doctype + "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">]>")
                        .replace("说明", "&x;"));
        texts.put(
                "parameter entity",
                GOOD.replace(doctype, doctype + "<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]>"));
        texts.put("doctype only", GOOD.replace(doctype, doctype + "<!DOCTYPE definitions>"));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        texts.put(
                "billion laughs", GOOD.replace(doctype, doctype + laughs + "]>").replace("说明", "&a11;"));
        texts.put(
                "quadratic",
                GOOD.replace(doctype, doctype + "<!DOCTYPE d [<!ENTITY a \"" + "x".repeat(50_000) + "\">]>")
                        .replace("说明", "&a;".repeat(5_000)));
        texts.put("undeclared entity", GOOD.replace("说明", "&x;"));
        texts.put(
                "xinclude",
                GOOD.replace(
                        "说明",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>"));
        texts.put("ten megabytes", GOOD.replace("说明", "x".repeat(10_000_000)));
        texts.put(
                "deep",
                GOOD.replace(
                        "<bpmn:endEvent id=\"late\"/>",
                        "<bpmn:subProcess>".repeat(5_000) + "</bpmn:subProcess>".repeat(5_000)));
        texts.put("many", GOOD.replace("<bpmn:endEvent id=\"late\"/>", "<bpmn:endEvent/>".repeat(3_000)));
        texts.put("null byte", GOOD.replace("说明", "a\0b"));
        texts.put("null reference", GOOD.replace("说明", "a&#0;b"));
        texts.put("xml 1.1", GOOD.replace("version=\"1.0\"", "version=\"1.1\""));
        texts.put("declares UTF-16", GOOD.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\""));
        texts.put("declares UTF-7", GOOD.replace("encoding=\"UTF-8\"", "encoding=\"UTF-7\""));
        texts.put("two roots", GOOD + "<x/>");
        texts.put("unclosed", GOOD.substring(0, GOOD.length() - 10));
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        files.put("UTF-16", GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_16));
        files.put("GBK", GOOD.getBytes(java.nio.charset.Charset.forName("GBK")));
        files.put("overlong", new byte[] {'<', (byte) 0xC0, (byte) 0xBC, '/', '>'});
        return files;
    }

    /** Every slot with every payload. */
    public static Map<String, String> expressions(String file) {
        Map<String, String> models = new LinkedHashMap<>();
        List<String> payloads = new ArrayList<>(payloads(file));
        slots().forEach((slot, model) ->
                payloads.forEach(payload -> models.put(slot + " " + payload, model.replace("@@", payload))));
        return models;
    }
}
