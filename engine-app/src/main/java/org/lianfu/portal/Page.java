package org.lianfu.portal;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextHref address of the next page; null on the last
 */
public record Page<T>(List<T> items, String nextHref) {

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public static <T> Page<T> of(List<T> items) {
        return new Page<>(List.copyOf(items), null);
    }
}
