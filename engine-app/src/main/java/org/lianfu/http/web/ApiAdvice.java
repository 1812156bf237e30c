package org.lianfu.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianfu.http.Languages;
import org.lianfu.http.Problem;
import org.lianfu.http.Problems;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Turns whatever a REST controller throws into a problem answer; never a stack trace. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ApiAdvice.class);

    private static final Refusal TOO_LARGE = Refusal.of("http.too-large", Refusal.Kind.TOO_LARGE);

    private final Problems problems;

    ApiAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        Object seconds = refused.arguments().get(Problems.RETRY_AFTER);
        if (seconds != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        if (refused.refusal().kind() == Refusal.Kind.NOT_SIGNED_IN) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"lianfu\", charset=\"UTF-8\"");
        }
        return answer(problems.of(refused, Languages.accepted(request), Problems.path(request)), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return malformed(faultOf(e), request);
    }

    private static Fault faultOf(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return Fault.of(pointer(unknown), "request.unknown", Map.of("field", unknown.getPropertyName()));
        }
        if (e.getCause() instanceof JsonMappingException wrong) {
            if (wrong.getCause() instanceof Refused refused && !refused.faults().isEmpty()) {
                return refused.faults().get(0);
            }
            return Fault.of(pointer(wrong), "request.type");
        }
        if (e.getCause() instanceof JsonProcessingException broken && broken.getLocation() != null) {
            return Fault.of(
                    "",
                    "request.not-json",
                    Map.of(
                            "line", String.valueOf(broken.getLocation().getLineNr()),
                            "column", String.valueOf(broken.getLocation().getColumnNr())));
        }
        return Fault.of("", "request.no-body");
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        List<Fault> faults = new ArrayList<>();
        for (FieldError error : e.getBindingResult().getFieldErrors()) {
            String pointer =
                    "/" + error.getField().replace(".", "/").replace("[", "/").replace("]", "");
            faults.add(Fault.of(pointer, code(error)));
        }
        return malformed(faults, request);
    }

    private static String code(FieldError error) {
        return switch (String.valueOf(error.getCode())) {
            case "NotNull", "NotBlank", "NotEmpty" -> "request.required";
            case "Size" -> "request.length";
            case "Min", "Max", "Positive", "PositiveOrZero" -> "request.range";
            case "typeMismatch" -> "request.type";
            default -> "request.format";
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                // whoever reads the value knows better than "wrong type": a number that cannot exist names nothing
                return refused(refused, request);
            }
        }
        String code = "limit".equals(e.getName()) ? "request.limit" : "request.type";
        return malformed(Fault.of("/" + e.getName(), code), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return malformed(Fault.of("/" + e.getParameterName(), "request.required"), request);
    }

    /** MaxUploadSizeExceeded is one of these, and is a matter of size. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(MultipartException e, HttpServletRequest request) {
        if (e instanceof MaxUploadSizeExceededException) {
            return refused(TOO_LARGE.because(), request);
        }
        return malformed(Fault.of("", "request.no-body"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestPartException e, HttpServletRequest request) {
        return malformed(Fault.of("/" + e.getRequestPartName(), "request.required"), request);
    }

    /** Two acts on the same rows at once, and this one lost; nothing of it has happened. */
    @ExceptionHandler
    ResponseEntity<Problem> concurrent(ConcurrencyFailureException e, HttpServletRequest request) {
        LOG.info("{} {} lost against another act: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return refused(Problems.CONCURRENT.because(Map.of(Problems.RETRY_AFTER, 1)), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e; // the security filters answer these
        }
        int status = e instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
        if (status >= 500) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        HttpHeaders headers = e instanceof ErrorResponse known ? known.getHeaders() : new HttpHeaders();
        String path = Problems.path(request);
        return answer(problems.of(status, ErrorAnswers.code(status), Languages.accepted(request), path), headers);
    }

    private ResponseEntity<Problem> malformed(Fault fault, HttpServletRequest request) {
        return malformed(List.of(fault), request);
    }

    private ResponseEntity<Problem> malformed(List<Fault> faults, HttpServletRequest request) {
        return refused(Problems.MALFORMED.with(faults), request);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
