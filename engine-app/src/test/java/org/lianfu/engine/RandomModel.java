package org.lianfu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws models that the gate lets through: steps, choices, loops, parallel branches, parts, timers, nested at random. */
final class RandomModel {

    private static final String TIMER = "<bpmn:timerEventDefinition><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">"
            + "${due}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>";

    private final Random random;
    private final List<String> steps = new ArrayList<>();
    private StringBuilder xml = new StringBuilder();
    private int count;

    private RandomModel(long seed) {
        random = new Random(seed);
    }

    /** A model and the ids of its user tasks. */
    record Drawn(String xml, List<String> steps) {}

    static Drawn draw(long seed, String process) {
        RandomModel model = new RandomModel(seed);
        model.scope(3);
        return new Drawn("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t" id="defs">
                <bpmn:process id="%s" isExecutable="true">%s</bpmn:process></bpmn:definitions>""".formatted(process, model.xml), model.steps);
    }

    private void scope(int depth) {
        String start = node("startEvent", "s", "");
        String last = sequence(start, depth);
        flow(last, node("endEvent", "e", ""));
    }

    private String sequence(String from, int depth) {
        String at = from;
        int length = 1 + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            at = block(at, depth);
        }
        return at;
    }

    private String block(String from, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 1 -> choice(from, depth);
            case 2 -> parallel(from, depth);
            case 3 -> part(from, depth);
            case 4 -> loop(from, depth);
            case 5 -> withTimer(from, true);
            case 6 -> withTimer(from, false);
            default -> step(from);
        };
    }

    private String step(String from) {
        String step = node("userTask", "u", "");
        steps.add(step);
        flow(from, step);
        return step;
    }

    private String choice(String from, int depth) {
        String split = node("exclusiveGateway", "x", "");
        String merge = node("exclusiveGateway", "x", "");
        flow(from, split);
        String other = flow(split, sequenceFromHere(merge, depth));
        xml = new StringBuilder(
                xml.toString().replace("id=\"" + split + "\"", "id=\"" + split + "\" default=\"" + other + "\""));
        when(split, sequenceFromHere(merge, depth), "A");
        return merge;
    }

    /** Draws a sequence that ends in {@code to} and gives its first node, a gateway with one way in and out. */
    private String sequenceFromHere(String to, int depth) {
        String first = node("exclusiveGateway", "x", "");
        flow(sequence(first, depth - 1), to);
        return first;
    }

    private String parallel(String from, int depth) {
        String split = node("parallelGateway", "p", "");
        String join = node("parallelGateway", "p", "");
        flow(from, split);
        int branches = 2 + random.nextInt(2);
        for (int i = 0; i < branches; i++) {
            flow(split, sequenceFromHere(join, depth));
        }
        return join;
    }

    private String part(String from, int depth) {
        StringBuilder around = xml;
        xml = new StringBuilder();
        scope(depth - 1);
        String inner = xml.toString();
        xml = around;
        String part = node("subProcess", "b", inner);
        flow(from, part);
        return part;
    }

    private String loop(String from, int depth) {
        String merge = node("exclusiveGateway", "x", "");
        flow(from, merge);
        String split = node("exclusiveGateway", "x", "");
        flow(sequence(merge, depth - 1), split);
        when(split, merge, "AGAIN");
        String out = node("exclusiveGateway", "x", "");
        String on = flow(split, out);
        xml = new StringBuilder(
                xml.toString().replace("id=\"" + split + "\"", "id=\"" + split + "\" default=\"" + on + "\""));
        return out;
    }

    private String withTimer(String from, boolean interrupts) {
        String step = step(from);
        String timer = "t" + ++count + "of" + step;
        xml.append("<bpmn:boundaryEvent id=\"")
                .append(timer)
                .append("\" attachedToRef=\"")
                .append(step)
                .append("\" cancelActivity=\"")
                .append(interrupts)
                .append("\">")
                .append(TIMER);
        if (!interrupts) {
            flow(step(timer), node("endEvent", "e", ""));
            return step;
        }
        String merge = node("exclusiveGateway", "x", "");
        flow(timer, merge);
        flow(step, merge);
        return merge;
    }

    private String node(String kind, String letter, String inner) {
        String id = letter + ++count;
        xml.append("<bpmn:")
                .append(kind)
                .append(" id=\"")
                .append(id)
                .append("\">")
                .append(inner)
                .append("</bpmn:")
                .append(kind)
                .append('>');
        return id;
    }

    private String flow(String from, String to) {
        String id = "w" + ++count;
        xml.append("<bpmn:sequenceFlow id=\"")
                .append(id)
                .append("\" sourceRef=\"")
                .append(from)
                .append("\" targetRef=\"")
                .append(to)
                .append("\"/>");
        return id;
    }

    private void when(String from, String to, String outcome) {
        xml.append("<bpmn:sequenceFlow id=\"w")
                .append(++count)
                .append("\" sourceRef=\"")
                .append(from)
                .append("\" targetRef=\"")
                .append(to)
                .append("\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == '")
                .append(outcome)
                .append("'}</bpmn:conditionExpression></bpmn:sequenceFlow>");
    }
}
