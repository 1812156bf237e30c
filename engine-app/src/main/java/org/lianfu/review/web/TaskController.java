package org.lianfu.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.http.Etags;
import org.lianfu.http.Idempotent;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Tagged;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Seat;
import org.lianfu.review.SeatDesk;
import org.lianfu.review.Step;
import org.lianfu.review.Supplement;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST of the review counter: one task, and what may be done with it. */
@RestController
@RequestMapping("/api/v1")
class TaskController {

    private final ReviewDesk desk;
    private final SeatDesk seats;
    private final Tasks tasks;
    private final TaskJson json;
    private final Attachments attachments;
    private final Idempotent idempotent;

    TaskController(
            ReviewDesk desk,
            SeatDesk seats,
            Tasks tasks,
            TaskJson json,
            Attachments attachments,
            Idempotent idempotent) {
        this.desk = desk;
        this.seats = seats;
        this.tasks = tasks;
        this.json = json;
        this.attachments = attachments;
        this.idempotent = idempotent;
    }

    @GetMapping("/tasks/{id}")
    @Tagged
    ResponseEntity<TaskJson.Task> task(Actor actor, @PathVariable String id, Locale locale) {
        Tasks.View view = tasks.view(actor, id);
        // every act on a case lengthens its chain
        String tag = view.application().chain().seq() + "-" + locale.getLanguage();
        return ResponseEntity.ok().eTag(Etags.of(tag)).body(json.task(view, locale));
    }

    record Done(String id, String step, String state, String stepState, String stepOutcome) {

        static Done of(Step step, String seatId) {
            Seat seat = step.seat(seatId);
            return new Done(
                    seatId,
                    step.place().element(),
                    seat.state().name(),
                    step.state().name(),
                    step.outcome());
        }
    }

    @PostMapping("/tasks/{id}/claim")
    Done claim(Actor actor, @PathVariable String id) {
        return Done.of(desk.claim(actor, id), id);
    }

    @DeleteMapping("/tasks/{id}/claim")
    Done release(Actor actor, @PathVariable String id) {
        return Done.of(desk.release(actor, id), id);
    }

    record Completion(@NotBlank String outcome, String opinion, Map<String, Object> answers) {}

    @PostMapping("/tasks/{id}/completion")
    @OncePerKey
    ResponseEntity<Done> complete(
            Actor actor, @PathVariable String id, @Valid @RequestBody Completion body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> {
            Map<String, Object> answers = body.answers() == null ? Map.of() : body.answers();
            return Done.of(desk.complete(actor, id, body.outcome(), body.opinion(), answers), id);
        });
    }

    record Recusal(String reason) {}

    @PostMapping("/tasks/{id}/recusal")
    @OncePerKey
    ResponseEntity<Done> recuse(
            Actor actor, @PathVariable String id, @RequestBody Recusal body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> Done.of(seats.recuse(actor, id, body.reason()), id));
    }

    @PostMapping("/tasks/{id}/further-seat")
    @OncePerKey
    ResponseEntity<Done> furtherSeat(Actor actor, @PathVariable String id, HttpServletRequest request) {
        return idempotent.answer(request, actor, null, () -> Done.of(seats.furtherSeat(actor, id), id));
    }

    @PostMapping("/tasks/{id}/vote-end")
    @OncePerKey
    ResponseEntity<Done> endVote(Actor actor, @PathVariable String id, HttpServletRequest request) {
        return idempotent.answer(request, actor, null, () -> Done.of(seats.endVote(actor, id), id));
    }

    record SupplementRequest(List<String> items, String reason) {}

    record SupplementAsked(String taskId, java.time.Instant dueAt, boolean dueProvisional) {}

    @PostMapping("/tasks/{id}/supplement-request")
    @OncePerKey
    ResponseEntity<SupplementAsked> requestSupplement(
            Actor actor, @PathVariable String id, @RequestBody SupplementRequest body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> {
            List<String> items = body.items() == null ? List.of() : body.items();
            String reason = body.reason() == null ? "" : body.reason();
            Step asked = desk.requestSupplement(actor, id, new Supplement.Request(items, reason));
            return new SupplementAsked(
                    asked.seats().get(0).id(),
                    asked.clock().dueAt(),
                    asked.clock().provisional());
        });
    }

    record SupplementAnswer(Map<String, Object> answers, String note) {}

    @PostMapping("/applications/{no}/supplement")
    @OncePerKey
    ResponseEntity<Done> supplement(
            Actor actor, @PathVariable CaseNo no, @RequestBody SupplementAnswer body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> {
            Map<String, Object> answers = body.answers() == null ? Map.of() : body.answers();
            Step answered = desk.answerSupplement(actor, no, body.note() == null ? "" : body.note(), answers);
            return Done.of(answered, answered.seats().get(0).id());
        });
    }

    record Attached(String id, String kind, String name, long size, String sha256, String mediaType) {}

    @PostMapping(path = "/tasks/{id}/attachments", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Attached> attach(
            Actor actor, @PathVariable String id, @RequestParam String kind, @RequestParam MultipartFile file)
            throws IOException {
        desk.mayAttach(actor, id);
        try (InputStream bytes = file.getInputStream()) {
            Attachment a = desk.attach(actor, id, kind, attachments.receive(file.getOriginalFilename(), bytes));
            return ResponseEntity.created(URI.create("/api/v1/applications/" + a.caseNo() + "/attachments/" + a.id()))
                    .body(new Attached(a.id(), a.kind(), a.name(), a.sizeBytes(), a.sha256(), a.mediaType()));
        }
    }
}
