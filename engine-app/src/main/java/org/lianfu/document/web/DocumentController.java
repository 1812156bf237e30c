package org.lianfu.document.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lianfu.document.CaseDocument;
import org.lianfu.document.Documents;
import org.lianfu.http.Download;
import org.lianfu.http.Messages;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of the documents of a case: which there are, and each as PDF in the language asked for. */
@RestController
@RequestMapping("/api/v1/applications/{no}/documents")
class DocumentController {

    private final Documents documents;
    private final Messages messages;

    DocumentController(Documents documents, Messages messages) {
        this.documents = documents;
        this.messages = messages;
    }

    record Line(String id, String kind, String title, Instant at, long seq, String hash, String mediaType) {}

    record Lines(List<Line> items) {}

    @GetMapping
    Lines list(Actor actor, @PathVariable CaseNo no, Locale locale) {
        return new Lines(documents.ofCase(actor, no).stream()
                .map(made -> line(made, locale))
                .toList());
    }

    private Line line(CaseDocument made, Locale locale) {
        return new Line(
                made.id(),
                made.kind().name(),
                messages.text(made.titleKey(), locale),
                made.entry().at(),
                made.entry().seq(),
                made.entry().hash(),
                MediaType.APPLICATION_PDF_VALUE);
    }

    @GetMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> one(Actor actor, @PathVariable CaseNo no, @PathVariable String id, Locale locale) {
        Documents.Printed printed = documents.print(actor, no, id, locale);
        return Download.of(
                printed.document().fileName(), MediaType.APPLICATION_PDF_VALUE, printed.sha256(), printed.pdf());
    }
}
