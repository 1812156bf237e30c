package org.lianfu.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.document.Sheet.Line;
import org.lianfu.document.Sheet.Part;
import org.lianfu.document.Wording.Of;
import org.lianfu.form.Shown;
import org.lianfu.program.Manifest;
import org.lianfu.program.StepDef;
import org.lianfu.review.Steps;
import org.lianfu.review.Voice;
import org.lianfu.shared.Money;
import org.lianfu.trail.Recorded;
import org.springframework.stereotype.Component;

/** What each kind of document says, taken from the trail; where a record is needed beside it, it must agree with the trail. */
@Component
class Contents {

    private final Attachments attachments;
    private final Steps steps;
    private final Wording words;

    Contents(Attachments attachments, Steps steps, Wording words) {
        this.attachments = attachments;
        this.steps = steps;
        this.words = words;
    }

    /** What is particular to one document. */
    record Content(String issuer, String lead, List<Part> parts) {}

    Content receipt(Of of) {
        Recorded entry = of.entry();
        Manifest manifest = of.program().manifest();
        List<Line> lines = new ArrayList<>();
        lines.add(words.line(of, "receipt-no", of.application().receiptNo()));
        lines.add(words.line(of, "submitted", Wording.second(entry.at())));
        lines.add(words.line(of, "by", Wording.role(of, entry)));
        if (entry.amount() != null) {
            lines.add(words.line(of, "requested", words.money(of, entry.amount())));
        }
        String promised = entry.data().get("promisedOn");
        if (promised != null) {
            lines.add(words.line(of, "promised", words.promise(of, promised)));
        }
        entry.evidence().stream()
                .filter(e -> e.kind().equals("answers"))
                .forEach(e -> lines.add(words.line(of, "answers", e.sha256())));
        Map<String, Attachment> files = attachments.ofCase(of.application().no()).stream()
                .collect(Collectors.toMap(Attachment::sha256, a -> a, (a, b) -> a));
        List<Line> filed = entry.evidence().stream()
                .filter(e -> e.kind().equals("file"))
                .map(e -> file(of, files.get(e.sha256()), e.sha256()))
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(words.part(of, "receipt", lines));
        if (!filed.isEmpty()) {
            parts.add(words.part(of, "files", filed));
        }
        return new Content(
                words.org(of, manifest.leadUnit()),
                words.text(
                        of,
                        "lead.receipt",
                        Map.of(
                                "program",
                                manifest.title().in(of.locale()),
                                "receiptNo",
                                of.application().receiptNo())),
                parts);
    }

    private Line file(Of of, Attachment file, String sha256) {
        if (file == null) {
            return Line.of("SHA-256", sha256);
        }
        String kind = of.program()
                .manifest()
                .documentTitle(file.kind())
                .map(title -> title.in(of.locale()))
                .orElse(file.kind());
        return new Line(kind, List.of(file.name(), sha256));
    }

    Content decision(Of of) {
        Recorded entry = of.entry();
        StepDef step = of.program().step(entry.data().get("element"));
        String outcome = entry.data().get("decision");
        List<Line> lines = new ArrayList<>();
        lines.add(words.line(of, "outcome", words.outcome(of, outcome)));
        if (entry.amount() != null) {
            lines.add(words.line(of, "amount", words.money(of, entry.amount())));
        }
        List<String> reasons = Wording.codes(entry.data().get("reasons")).stream()
                .map(code -> code + " " + of.program().label(code, of.locale()))
                .toList();
        if (!reasons.isEmpty()) {
            lines.add(new Line(words.text(of, "line.reasons", Map.of()), reasons));
        }
        lines.add(words.line(of, "post", words.org(of, entry.org()) + " " + Wording.role(of, entry)));
        lines.add(words.line(of, "decided", Wording.second(entry.at())));
        lines.add(words.line(of, "clause", String.join(" ", step.clauses())));
        List<Line> terms = terms(of, step);
        List<Part> parts = new ArrayList<>();
        parts.add(words.part(of, "decision", lines));
        if (!terms.isEmpty()) {
            parts.add(words.part(of, "terms", terms));
        }
        return new Content(
                words.org(of, entry.org()), words.text(of, "lead.decision." + outcome, words.named(of)), parts);
    }

    /** What the deciding person recorded; a committee's members speak for themselves, so of a vote there is only the count. */
    private List<Line> terms(Of of, StepDef step) {
        if (!of.entry().about().kind().equals("task")) {
            return List.of();
        }
        return of.program().form(step.form()).display(voice(of).answers(), of.locale()).stream()
                .filter(shown -> !shown.masked().isEmpty())
                .map(Contents::shown)
                .toList();
    }

    private static Line shown(Shown shown) {
        return new Line(shown.label(), shown.masked());
    }

    /** What was answered on the seat, typed; it must be what the trail committed to. */
    private Voice voice(Of of) {
        Map<String, Object> details = details(of, of.entry());
        Voice voice = steps.voices(of.application().no()).get(of.entry().about().id());
        if (voice == null || !plain(voice.answers()).equals(plain(details.getOrDefault("answers", Map.of())))) {
            throw DocumentRefusals.ALTERED.because(Map.of(
                    "no", of.application().no().value(), "seq", of.entry().seq()));
        }
        return voice;
    }

    Content contract(Of of) {
        Recorded entry = of.entry();
        return new Content(
                words.bank(of),
                words.text(of, "lead.contract", words.named(of)),
                List.of(words.part(
                        of,
                        "contract",
                        List.of(
                                words.line(of, "bank", words.bank(of)),
                                words.line(of, "contract-no", detail(of, entry, "contractNo")),
                                words.line(of, "pledge-no", detail(of, entry, "pledgeContractNo")),
                                words.line(of, "contract-amount", words.money(of, entry.amount())),
                                words.line(
                                        of,
                                        "rate",
                                        words.text(
                                                of,
                                                "percent",
                                                Map.of("percent", entry.data().get("annualRate")))),
                                words.line(of, "ends", entry.data().get("endsOn")),
                                words.line(of, "signed", Wording.second(entry.at()))))));
    }

    Content settlement(Of of) {
        Recorded entry = of.entry();
        Recorded contract = of.before("loan.contracted").get(0);
        List<Recorded> drawn = of.before("loan.drawn");
        List<Recorded> repaid = of.before("loan.repaid");
        String paidOn = entry.data().get("paidOn");
        Map<String, Object> named = new TreeMap<>(words.named(of));
        named.put("paidOn", paidOn);
        return new Content(
                words.bank(of),
                words.text(of, "lead.settlement", named),
                List.of(words.part(
                        of,
                        "settlement",
                        List.of(
                                words.line(of, "bank", words.bank(of)),
                                words.line(of, "contract-no", detail(of, contract, "contractNo")),
                                words.line(of, "pledge-no", detail(of, contract, "pledgeContractNo")),
                                words.line(of, "contract-amount", words.money(of, contract.amount())),
                                words.line(
                                        of,
                                        "drawn",
                                        words.money(
                                                of,
                                                sum(
                                                        drawn.stream()
                                                                .map(Recorded::amount)
                                                                .toList()))),
                                words.line(of, "value", drawn.get(0).data().get("valueOn")),
                                words.line(
                                        of,
                                        "repaid",
                                        words.money(
                                                of,
                                                sum(
                                                        repaid.stream()
                                                                .map(Recorded::amount)
                                                                .toList()))),
                                words.line(
                                        of,
                                        "interest",
                                        words.money(
                                                of,
                                                sum(
                                                        repaid.stream()
                                                                .map(
                                                                        e -> Money.ofYuan(
                                                                                e.data()
                                                                                        .get("interest")))
                                                                .toList()))),
                                words.line(of, "paid-on", paidOn)))));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private String detail(Of of, Recorded entry, String key) {
        return String.valueOf(details(of, entry).get(key));
    }

    private Map<String, Object> details(Of of, Recorded entry) {
        if (entry.details() == null && entry.hasDetails()) {
            throw DocumentRefusals.ERASED.because(
                    Map.of("no", of.application().no().value(), "seq", entry.seq()));
        }
        return entry.details() == null ? Map.of() : entry.details();
    }

    /** As the trail keeps it: every number a decimal string, nothing that is empty. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((key, inner) -> {
                if (inner != null) {
                    plain.put(String.valueOf(key), plain(inner));
                }
            });
            return plain;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Contents::plain).toList();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean ? value : String.valueOf(value);
    }
}
