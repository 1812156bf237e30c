package org.lianfu.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The body of every answer that says no, RFC 9457 {@code application/problem+json}.
 *
 * @param title what kind of no it is, the same for every occurrence
 * @param detail what, where, and how to mend it
 * @param code stable code that clients rely on
 * @param clause policy or law it rests on; absent where it rests on none
 * @param errors each fault of the request; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "clause", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String clause,
        List<Error> errors) {

    /** One fault: JSON pointer into the request, code, sentence; a warning does not stop the act. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Error(
            @JsonInclude String pointer,
            @JsonInclude String code,
            @JsonInclude String message,
            boolean warning) {}
}
