package org.lianfu.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next cursor of the page after this one; null at the end, and then written as null
 */
@JsonInclude
public record Page<T>(List<T> items, String next) {

    /** Cuts the page from one row more than was asked for. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.get(limit - 1)));
    }

    /** A list that is never cut. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
