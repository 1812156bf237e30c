package org.lianfu.program.pack;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** The picture of a diagram: boxes, lines and names with their places, and what of them gets in each other's way. */
final class Layout {

    /** The band at the left of a pool or lane in which its own name stands. */
    private static final double BAND = 30;

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> lanes = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> names = new LinkedHashMap<>();
    private final Map<String, List<Point2D>> lines = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    Layout(byte[] bpmn) {
        Element root = Xml.read(bpmn).getDocumentElement();
        index(root);
        places(root);
    }

    private void index(Element element) {
        if (ProcessReader.BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
            elements.put(element.getAttribute("id"), element);
        }
        Xml.children(element).forEach(this::index);
    }

    private void places(Element element) {
        Element shown = elements.get(element.getAttribute("bpmnElement"));
        if (shown != null && List.of("BPMNShape", "BPMNEdge").contains(element.getLocalName())) {
            place(element, shown);
        }
        Xml.children(element).forEach(this::places);
    }

    private void place(Element drawn, Element shown) {
        String id = shown.getAttribute("id");
        boolean lane = Set.of("lane", "participant").contains(shown.getLocalName());
        List<Point2D> points = new ArrayList<>();
        for (Element child : Xml.children(drawn)) {
            switch (child.getLocalName()) {
                case "Bounds" -> (lane ? lanes : boxes).put(id, box(child));
                case "waypoint" -> points.add(new Point2D.Double(number(child, "x"), number(child, "y")));
                default -> {
                    if (!lane && !shown.getAttribute("name").isBlank()) {
                        Xml.children(child).forEach(bounds -> names.put(id, box(bounds)));
                    }
                }
            }
        }
        if (shown.getLocalName().equals("sequenceFlow")) {
            lines.put(id, points);
        }
    }

    private static Rectangle2D box(Element bounds) {
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    List<String> faults() {
        faults.clear();
        List<String> ids = new ArrayList<>(boxes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (String other : ids.subList(i + 1, ids.size())) {
                if (!attached(ids.get(i), other)
                        && !attached(other, ids.get(i))
                        && meet(boxes.get(ids.get(i)), boxes.get(other), 0)) {
                    faults.add(ids.get(i) + " lies on " + other);
                }
            }
        }
        lines.forEach(this::line);
        names.forEach(this::name);
        return List.copyOf(faults);
    }

    private void line(String id, List<Point2D> points) {
        String from = elements.get(id).getAttribute("sourceRef");
        String to = elements.get(id).getAttribute("targetRef");
        ends(id, points.get(0), from);
        ends(id, points.get(points.size() - 1), to);
        boxes.forEach((other, box) -> {
            boolean own = other.equals(from) || other.equals(to) || attached(from, other);
            if (!own && crosses(points, box, 2)) {
                faults.add(id + " runs through " + other);
            }
        });
    }

    private void ends(String line, Point2D end, String at) {
        Rectangle2D box = boxes.get(at);
        boolean near = grown(box, 2).contains(end);
        boolean deep = grown(box, -2).contains(end);
        boolean slanted = elements.get(at).getLocalName().matches(".*(Gateway|Event)");
        if (!near || deep && !slanted) {
            faults.add(line + " does not end at " + at);
        }
    }

    private void name(String id, Rectangle2D name) {
        boxes.forEach((other, box) -> {
            if (meet(name, box, 1)) {
                faults.add("the name of " + id + " lies on " + other);
            }
        });
        lines.forEach((line, points) -> {
            if (crosses(points, name, 1)) {
                faults.add("the name of " + id + " lies on " + line);
            }
        });
        names.forEach((other, place) -> {
            if (!other.equals(id) && meet(name, place, 1)) {
                faults.add("the name of " + id + " lies on the name of " + other);
            }
        });
        lanes.forEach((lane, box) -> {
            Rectangle2D inner =
                    new Rectangle2D.Double(box.getX() + BAND, box.getY(), box.getWidth() - BAND, box.getHeight());
            if (box.intersects(name) && !inner.contains(name)) {
                faults.add("the name of " + id + " lies on the border of " + lane);
            }
        });
    }

    private boolean attached(String event, String host) {
        return elements.get(event).getAttribute("attachedToRef").equals(host);
    }

    private static boolean crosses(List<Point2D> points, Rectangle2D box, double margin) {
        Rectangle2D inner = grown(box, -margin);
        for (int i = 1; i < points.size(); i++) {
            if (inner.intersectsLine(new Line2D.Double(points.get(i - 1), points.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(Rectangle2D one, Rectangle2D other, double margin) {
        return grown(one, -margin / 2).intersects(grown(other, -margin / 2));
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
