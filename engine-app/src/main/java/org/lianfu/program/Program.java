package org.lianfu.program;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.calendar.Term;
import org.lianfu.form.Form;
import org.lianfu.shared.Audience;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Words;

/**
 * One published version of a program 项目版本, as every case pinned to it reads it. Immutable; held in memory, read from
 * the stored version only.
 *
 * @param steps the steps by element id, in the order of the diagram
 * @param rulings business-rule tasks in the order of the diagram
 * @param ends status that each end event gives to the case
 * @param forms forms by name; {@code apply} is the one with which a case begins
 * @param model the built BPMN model, parts inlined: what the engine runs
 * @param pictures what people look at: the program's own diagram first, then one of each part
 * @param labels Chinese and English of elements and reason codes
 * @param example valid answers for each form by its name, empty when the pack has none
 * @param sha256 hash of the pack's content
 */
public record Program(
        ProgramRef ref,
        Manifest manifest,
        Map<String, StepDef> steps,
        List<Ruling> rulings,
        Map<String, String> ends,
        Map<String, Form> forms,
        List<Clause> clauses,
        String model,
        List<Picture> pictures,
        Map<String, Words> labels,
        Map<String, Map<String, Object>> example,
        String sha256) {

    /** A business-rule task: an element of the built model, and the decision table that it asks. */
    public record Ruling(String element, String decision) {}

    /**
     * A diagram of its own.
     *
     * @param id {@code ""} for the whole, else the id of the call activity that stands for the part
     * @param prefix what stands before the part's own ids in the built model
     */
    public record Picture(String id, Words name, String bpmn, String prefix) {

        /** What an address of the whole's XML needs behind it to give this one. */
        public String query() {
            return id.isEmpty() ? "" : "?part=" + id;
        }

        /** Whether an element of the built model is drawn in this picture or inside of one of its parts. */
        public boolean holds(String element) {
            return element.startsWith(prefix);
        }
    }

    /** The diagram of one part, or of the whole by the empty text. */
    public Optional<Picture> picture(String id) {
        return pictures.stream().filter(picture -> picture.id().equals(id)).findFirst();
    }

    /**
     * The step of an element.
     *
     * @throws IllegalArgumentException when this version has no such step
     */
    public StepDef step(String element) {
        StepDef step = steps.get(element);
        if (step == null) {
            throw new IllegalArgumentException(ref + " has no step " + element);
        }
        return step;
    }

    /**
     * A form of this version.
     *
     * @throws IllegalArgumentException when it has none of this name
     */
    public Form form(String name) {
        Form form = forms.get(name);
        if (form == null) {
            throw new IllegalArgumentException(ref + " has no form " + name);
        }
        return form;
    }

    /** The term of {@link Manifest#SUPPLEMENT} or {@link Manifest#PROMISE}; null when there is none. */
    public Term term(String key) {
        String text = manifest.deadlines().get(key);
        return text == null || text.equals("none") ? null : Term.parse(text);
    }

    /**
     * Who may read what the applicant filed: it and the bank of the case where banks decide; it, the units of the case
     * and the scheme where units do.
     */
    public Set<Audience> filedAudience() {
        Set<Audience> audience = EnumSet.of(Audience.APPLICANT);
        for (RoleDef role : manifest.roles().values()) {
            if (role.org().equals(RoleDef.BANK)) {
                audience.add(Audience.BANK);
            } else if (!role.dependsOnCase() && !role.isSystem()) {
                audience.add(Audience.BUREAU);
                audience.add(Audience.SCHEME);
            }
        }
        return audience;
    }

    /** Who may read that a step was opened, closed or timed out: the course of the case, not what is in it. */
    public Set<Audience> openAudience() {
        Set<Audience> audience = filedAudience();
        audience.add(Audience.SCHEME);
        return audience;
    }

    /** What an element or a reason code is called; the key itself when nobody named it. */
    public String label(String key, Locale locale) {
        Words words = labels.get(key);
        return words == null ? key : words.in(locale);
    }

    /** Valid answers for each form by its name; each reading has numbers of its own. */
    @Override
    public Map<String, Map<String, Object>> example() {
        return FreshNumbers.in(example);
    }

    /** The same without its examples. */
    Program withoutExample() {
        return new Program(
                ref, manifest, steps, rulings, ends, forms, clauses, model, pictures, labels, Map.of(), sha256);
    }

    /** The words of the clause {@code id}, for example {@code §7}. */
    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
