package org.lianfu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lianfu.flow.Decisions;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Words;

/**
 * A form (表单): one Camunda Forms file with its English labels. Types answers once on arrival and finds every fault at
 * once; keeps no answers itself.
 */
public final class Form {

    /** Code of the fault of a key that the form does not have; the request is malformed, not wrong. */
    public static final String UNKNOWN = "unknown";

    private final String name;
    private final JsonNode json;
    private final List<Field> fields;
    private final Map<String, String> english;

    private Form(String name, JsonNode json, Map<String, String> english) {
        this.name = name;
        this.json = json;
        this.fields = FormReader.fields(json.path("components"));
        this.english = Map.copyOf(english);
    }

    /**
     * Reads a form file.
     *
     * @param name the file's name without {@code .form}
     * @param english {@code <form>.en.properties}: labels by component key, choices by {@code <key>.<value>}
     * @throws IllegalArgumentException when {@link #lint} finds anything; names all of it
     */
    public static Form parse(String name, byte[] file, Map<String, String> english) {
        FormLint.Read read = FormLint.read(file);
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException("the form " + name + " is not accepted: " + read.problems());
        }
        return new Form(name, read.json(), english);
    }

    /**
     * Everything in a form file that the product does not accept, missing English included.
     *
     * @param english as for {@link #parse}
     * @param decisions tries the conditions
     */
    public static List<FormProblem> lint(byte[] file, Map<String, String> english, Decisions decisions) {
        FormLint.Read read = FormLint.read(file);
        List<FormProblem> problems = new ArrayList<>(read.problems());
        if (problems.isEmpty()) {
            problems.addAll(new WholeLint(new Form("", read.json(), english), decisions).problems());
        }
        return problems;
    }

    public String name() {
        return name;
    }

    /** The file as it was read: Camunda Forms JSON. */
    public JsonNode json() {
        return json.deepCopy();
    }

    List<Field> fields() {
        return fields;
    }

    /** Every key that an answer may have; inside a group or list joined by points. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        keys(fields, "", keys);
        return keys;
    }

    private static void keys(List<Field> fields, String before, Set<String> keys) {
        for (Field field : fields) {
            if (field.key() != null) {
                keys.add(before + field.key());
            }
            keys(field.children(), field.key() == null ? before : before + field.key() + ".", keys);
        }
    }

    /** What may be chosen under a key on the top level; empty when nothing is chosen there. */
    public List<String> choices(String key) {
        List<String> choices = new ArrayList<>();
        eachTop(fields, field -> {
            if (key.equals(field.key())) {
                field.options().forEach(option -> choices.add(option.value()));
            }
        });
        return choices;
    }

    /** A part of the form that is one page of a draft: a group on the top level. */
    public record Section(String key, Words title) {}

    /** The groups on the top level, in order; fields outside of any stand in a first section with the key {@code ""}. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (fields.stream().anyMatch(field -> field.type() != Type.GROUP)) {
            sections.add(new Section("", new Words("", "")));
        }
        fields.stream()
                .filter(field -> field.type() == Type.GROUP)
                .forEach(group -> sections.add(
                        new Section(group.englishKey(), new Words(group.label(), label(group, Locale.ENGLISH)))));
        return sections;
    }

    static String sectionOf(Field top) {
        return top.type() == Type.GROUP ? top.englishKey() : "";
    }

    /** What was typed before, with one section of it replaced by what was typed there now. */
    public Map<String, Object> merge(Map<String, Object> typed, String section, Map<String, Object> posted) {
        Set<String> replaced = new LinkedHashSet<>();
        fields.stream().filter(top -> sectionOf(top).equals(section)).forEach(top -> keys(List.of(top), "", replaced));
        Map<String, Object> merged = new LinkedHashMap<>(typed);
        merged.keySet().removeAll(replaced);
        merged.putAll(posted);
        return merged;
    }

    /**
     * Types answers and finds all faults at once. A hidden field gives no value and no fault.
     *
     * @param typed answers as typed or as a client sent them: nested maps, lists, texts, numbers, booleans
     */
    public Checked check(Map<String, Object> typed, Decisions decisions) {
        return check(typed, decisions, Map.of());
    }

    /**
     * The same, with facts from outside the form that its conditions may read, for example the {@code outcome} chosen on a
     * step.
     */
    public Checked check(Map<String, Object> typed, Decisions decisions, Map<String, Object> facts) {
        return new FormCheck(this, decisions, facts).run(typed);
    }

    /** Keys among these answers that the form does not have; such a request is malformed. */
    public List<Fault> unknown(Map<String, Object> typed) {
        return UnknownKeys.in(fields, typed);
    }

    /**
     * What gateways may read of these typed answers: what was chosen, counted or ticked on the top level, and coded
     * identifiers; never free text and nothing that names a person.
     */
    public Map<String, Object> facts(Map<String, Object> answers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        eachTop(fields, field -> {
            Object value = answers.get(field.key());
            boolean scalar = value instanceof String || value instanceof Long || value instanceof Boolean;
            boolean coded = field.type() != Type.TEXTFIELD && field.type() != Type.TEXTAREA;
            if (scalar && (coded || field.kind() == Kind.USCC || field.kind() == Kind.PATENT_NO)) {
                facts.put(field.key(), value);
            }
        });
        return facts;
    }

    /** The ticked boxes whose key begins with {@code consent}, each with the words that were agreed to. */
    public Map<String, String> consents(Map<String, Object> answers) {
        Map<String, String> consents = new LinkedHashMap<>();
        eachTop(fields, field -> {
            if (field.type() == Type.CHECKBOX
                    && field.key().startsWith("consent")
                    && Boolean.TRUE.equals(answers.get(field.key()))) {
                consents.put(field.key(), field.label());
            }
        });
        return consents;
    }

    /** Every field that asks on the top level or in a group without a key. */
    private static void eachTop(List<Field> fields, Consumer<Field> each) {
        for (Field field : fields) {
            if (field.type() == Type.GROUP && field.key() == null) {
                eachTop(field.children(), each);
            } else if (field.type().asks()) {
                each.accept(field);
            }
        }
    }

    /** Typed answers as a client would send them: money as yuan text. */
    public Map<String, Object> raw(Map<String, Object> answers) {
        return RawAnswers.of(fields, answers);
    }

    /** Typed answers to read, in the form's order: only what was answered. */
    public List<Shown> display(Map<String, Object> answers, Locale locale) {
        return new FormDisplay(this, locale).answers(answers);
    }

    String english(String key, String otherwise) {
        return english.getOrDefault(key, otherwise);
    }

    boolean hasEnglish(String key) {
        return english.containsKey(key);
    }

    String label(Field field, Locale locale) {
        return in(locale, field.englishKey(), field.label());
    }

    String label(Field field, Field.Option option, Locale locale) {
        return in(locale, field.englishKey() + "." + option.value(), option.label());
    }

    String description(Field field, Locale locale) {
        return in(locale, field.englishKey() + ".description", field.description());
    }

    String text(Field field, Locale locale) {
        return in(locale, field.englishKey(), field.text());
    }

    private String in(Locale locale, String key, String chinese) {
        return Formats.english(locale) ? english(key, chinese) : chinese;
    }
}
