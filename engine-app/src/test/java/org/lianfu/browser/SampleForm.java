package org.lianfu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Row;
import org.lianfu.shared.Fault;
import org.lianfu.shared.ProgramRef;

/** A form with every kind of field, for the gallery; its one condition is answered here. */
final class SampleForm {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("note", "Amounts are in yuan and may have fen."),
            Map.entry("amount", "Amount"),
            Map.entry("amount.description", "Between CNY 100,000 and CNY 20,000,000."),
            Map.entry("months", "Term"),
            Map.entry("months.unit", "months"),
            Map.entry("uscc", "Credit code"),
            Map.entry("wanted", "Wanted on"),
            Map.entry("use", "Purpose"),
            Map.entry("use.MATERIAL", "Raw materials"),
            Map.entry("use.WORK", "Processing fees"),
            Map.entry("use.OTHER", "Other"),
            Map.entry("useText", "About the purpose"),
            Map.entry("useText.description", "Name the contract and the other party."),
            Map.entry("repay", "Repayment"),
            Map.entry("repay.BULLET", "Interest monthly, principal at the end"),
            Map.entry("repay.ANNUITY", "Equal instalments"),
            Map.entry("banks", "Banks"),
            Map.entry("banks.BANK_A", "Sample Bank A"),
            Map.entry("banks.BANK_B", "Sample Bank B"),
            Map.entry("rights", "Rights to pledge"),
            Map.entry("patentNo", "Patent number"),
            Map.entry("patentNo.description", "for example ZL202110123456.7"),
            Map.entry("agree", "We allow the chosen banks to query our credit record"));

    private static final Decisions DECISIONS = new Decisions() {
        @Override
        public Written written(ProgramRef program, String decision) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.util.Set<String> names(ProgramRef program, String decision) {
            return java.util.Set.of();
        }

        @Override
        public List<Row> evaluate(ProgramRef program, String decision, Map<String, Object> facts) {
            return List.of();
        }

        @Override
        public boolean holds(String condition, Map<String, Object> facts) {
            return !"OTHER".equals(facts.get("use"));
        }
    };

    private SampleForm() {}

    static List<Row> rows(Samples s, boolean faulty) {
        Map<String, Object> typed = Map.of(
                "amount",
                faulty ? "50000" : "3000000.00",
                "months",
                "12",
                "uscc",
                "91430200MA4TE5T13J",
                "use",
                faulty ? "OTHER" : "MATERIAL",
                "banks",
                List.of("BANK_A"),
                "rights",
                List.of(Map.of("patentNo", "ZL202110123456.7"), Map.of("patentNo", "")));
        List<Fault> faults = faulty
                ? List.of(
                        Fault.of("/amount", "range"),
                        Fault.warning("/uscc", "format"),
                        Fault.of("/rights/1/patentNo", "required"))
                : List.of();
        Locale locale = s.w("zh", "en").equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return FormView.rows(form(), typed, faults, locale, DECISIONS, fault -> switch (fault.code()) {
            case "range" -> s.faults().get(0).sentence();
            case "format" -> s.faults().get(1).sentence();
            default -> s.w("请填写专利号。", "Give the patent number.");
        });
    }

    private static Form form() {
        try (var in = SampleForm.class.getResourceAsStream("/browser/sample.form")) {
            return Form.parse("sample", in.readAllBytes(), ENGLISH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
