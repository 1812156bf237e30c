package org.lianfu.application.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST of attachments of the applicant; reading them is the case page's, because bank and bureau read them too. */
@RestController
@RequestMapping("/api/v1/applications/{no}/attachments")
class AttachmentController {

    private final DraftDesk drafts;
    private final Attachments attachments;

    AttachmentController(DraftDesk drafts, Attachments attachments) {
        this.drafts = drafts;
        this.attachments = attachments;
    }

    record Attached(String id, String kind, String name, long size, String sha256, String mediaType) {

        static Attached of(Attachment a) {
            return new Attached(a.id(), a.kind(), a.name(), a.sizeBytes(), a.sha256(), a.mediaType());
        }
    }

    @PostMapping(consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Attached> attach(
            Actor actor, @PathVariable CaseNo no, @RequestParam String kind, @RequestParam MultipartFile file)
            throws IOException {
        drafts.mayAttach(actor, no);
        try (InputStream bytes = file.getInputStream()) {
            Attachments.Arrived arrived = attachments.receive(file.getOriginalFilename(), bytes);
            Attachment attached = drafts.attach(actor, no, kind, arrived);
            return ResponseEntity.created(URI.create("/api/v1/applications/" + no + "/attachments/" + attached.id()))
                    .body(Attached.of(attached));
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> detach(Actor actor, @PathVariable CaseNo no, @PathVariable String id) {
        drafts.detach(actor, no, id);
        return ResponseEntity.noContent().build();
    }
}
