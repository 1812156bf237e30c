package org.lianfu.document;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lianfu.application.Application;
import org.lianfu.document.Sheet.Line;
import org.lianfu.document.Sheet.Part;
import org.lianfu.http.Messages;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Times;
import org.lianfu.trail.Recorded;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Fills a sheet: what every document has, around what one kind says. */
@Component
class Sheets {

    private static final DateTimeFormatter PDF_DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+08''00'''");

    private final Programs programs;
    private final Contents contents;
    private final Messages messages;
    private final String address;

    /** @param address where people reach this house from outside, for example {@code https://fund.example.cn} */
    Sheets(Programs programs, Contents contents, Messages messages, @Value("${lianfu.address}") String address) {
        this.programs = programs;
        this.contents = contents;
        this.messages = messages;
        this.address = address;
    }

    Sheet of(Application application, CaseDocument document, List<Recorded> entries, Locale locale) {
        Program program = programs.version(application.program());
        Wording.Of of = new Wording.Of(application, program, document.entry(), entries, locale);
        Contents.Content content =
                switch (document.kind()) {
                    case RECEIPT -> contents.receipt(of);
                    case DECISION -> contents.decision(of);
                    case CONTRACT -> contents.contract(of);
                    case SETTLEMENT -> contents.settlement(of);
                };
        List<Part> parts = new ArrayList<>(List.of(parties(of)));
        parts.addAll(content.parts());
        return new Sheet(
                locale.toLanguageTag(),
                messages.text(document.titleKey(), locale),
                application.no() + "/" + document.id(),
                content.issuer(),
                content.lead(),
                parts,
                List.of(
                        messages.text("document.note." + document.kind().word(), locale),
                        messages.text("document.note.no-seal", locale)),
                proof(document.entry()),
                List.of());
    }

    private Part parties(Wording.Of of) {
        Application application = of.application();
        Manifest manifest = of.program().manifest();
        List<Line> lines = new ArrayList<>();
        lines.add(line("applicant", application.applicantName(), of.locale()));
        if (application.applicantUscc() != null) {
            lines.add(line("uscc", application.applicantUscc(), of.locale()));
        }
        lines.add(line("program", manifest.title().in(of.locale()), of.locale()));
        lines.add(line(
                "policy", manifest.policy().issuer() + " " + manifest.policy().docNo(), of.locale()));
        lines.add(line("case", application.no().value(), of.locale()));
        return new Part(messages.text("document.part.parties", of.locale()), lines);
    }

    private Line line(String what, String value, Locale locale) {
        return Line.of(messages.text("document.line." + what, locale), value);
    }

    private Sheet.Proof proof(Recorded entry) {
        String there = String.join("/", address, "verify", entry.subject().id(), entry.seq() + "", entry.hash());
        return new Sheet.Proof(
                entry.subject().id(),
                entry.seq(),
                entry.hash(),
                Wording.second(entry.at()),
                PDF_DATE.format(entry.at().atZone(Times.ZONE)),
                there,
                QrCode.of(there));
    }
}
