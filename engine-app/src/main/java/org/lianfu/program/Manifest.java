package org.lianfu.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.shared.Words;

/**
 * program.yaml of a pack, with its documents.yaml: everything about a program that is neither its order of work, nor its
 * thresholds, nor its questions. Read and checked by {@link Manifests}.
 *
 * @param casePrefix first letters of its case numbers, for example {@code IPP}
 * @param family {@code loan}, {@code subsidy}, …: what kind of program it is
 * @param mode honouring mode 兑现方式, for example {@code BANK_DECIDES}, {@code APPLY_AND_PAY}
 * @param leadUnit code of the accountable unit 牵头单位
 * @param responsibleUnits codes of the units that work along 责任单位
 * @param applicant {@code FIRM} or {@code PERSON}
 * @param budgetLine code of the budget line that pays, null when no public money moves
 * @param eligibility decisions whose rows are reasons against the applicant, in order
 * @param lookups what is looked up and given to those decisions beside the answers: {@code firm}, {@code patent}
 * @param roles meaning of the role keys of the diagram
 * @param documents what the applicant attaches
 * @param officeDocuments what officers attach on a step of theirs, beside anything else
 * @param deadlines term of each step by its element id, {@code 5wd}, {@code 30d} or {@code none}; and of
 *     {@link #SUPPLEMENT}, {@link #PROMISE}
 * @param lapses steps whose timer fires when a number of months has passed since the decision of the case, not at their
 *     deadline: by element id the fact that says how many
 * @param poolGate decision that says whether loans may be filed into the risk pool, null where nothing is filed
 * @param facts facts that gateways may read and the pack's decisions give, each with its possible values
 */
public record Manifest(
        String code,
        String version,
        Words title,
        String casePrefix,
        String family,
        String mode,
        Policy policy,
        String leadUnit,
        List<String> responsibleUnits,
        String applicant,
        Window window,
        String budgetLine,
        List<String> eligibility,
        List<String> lookups,
        Map<String, RoleDef> roles,
        List<Document> documents,
        List<OfficeDocument> officeDocuments,
        Map<String, String> deadlines,
        Map<String, String> lapses,
        String poolGate,
        Map<String, List<String>> facts) {

    /** Key of the term that an applicant has to answer a request for supplement 补充资料. */
    public static final String SUPPLEMENT = "supplement";

    /** Key of the term in which the program promises a decision 承诺办结时限. */
    public static final String PROMISE = "promise";

    /** Name of the form with which a case begins. */
    public static final String APPLY = "apply";

    public Manifest {
        responsibleUnits = responsibleUnits == null ? List.of() : List.copyOf(responsibleUnits);
        eligibility = eligibility == null ? List.of() : List.copyOf(eligibility);
        lookups = lookups == null ? List.of() : List.copyOf(lookups);
        documents = documents == null ? List.of() : List.copyOf(documents);
        officeDocuments = officeDocuments == null ? List.of() : List.copyOf(officeDocuments);
        lapses = lapses == null ? Map.of() : Map.copyOf(lapses);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        window = window == null ? new Window(null, null) : window;
    }

    /** A document that the applicant may attach. */
    public Optional<Document> document(String kind) {
        return documents.stream().filter(d -> d.kind().equals(kind)).findFirst();
    }

    /** What a document of either side is called. */
    public Optional<Words> documentTitle(String kind) {
        return document(kind).map(Document::title).or(() -> officeDocuments.stream()
                .filter(d -> d.kind().equals(kind))
                .map(OfficeDocument::title)
                .findFirst());
    }

    /** The document on which the program rests: its number 文号, issuer and address. */
    public record Policy(String docNo, String issuer, String url) {}

    /** From when and until when one may apply; either end may be open (null). Both days included. */
    public record Window(LocalDate opensOn, LocalDate closesOn) {

        public boolean isOpen(LocalDate day) {
            return (opensOn == null || !day.isBefore(opensOn)) && (closesOn == null || !day.isAfter(closesOn));
        }
    }

    /**
     * A document that the applicant attaches.
     *
     * @param kind word by which attachments name it
     * @param required whether every application needs it
     * @param requiredWhen answers of the application that make it required, all of them together; empty when none do
     * @param clause clause of the policy that it serves; null when none is cited
     * @param why what it is needed for; null when the title says it
     */
    public record Document(
            String kind, Words title, boolean required, Map<String, Object> requiredWhen, String clause, Words why) {

        public Document {
            requiredWhen = requiredWhen == null ? Map.of() : Map.copyOf(requiredWhen);
        }

        /** Whether an application with these typed answers needs it. */
        public boolean isRequired(Map<String, Object> answers) {
            return required
                    || !requiredWhen.isEmpty()
                            && requiredWhen.entrySet().stream()
                                    .allMatch(want -> want.getValue().equals(answers.get(want.getKey())));
        }
    }

    /**
     * A document that an officer attaches.
     *
     * @param step element of the step on which it is asked for
     */
    public record OfficeDocument(String kind, Words title, String step, String clause, Words why) {}
}
