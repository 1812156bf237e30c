package org.lianfu.portal;

import java.util.List;

/**
 * The inbox: 待办, 已办, 我发起的.
 *
 * @param boxes the boxes with their addresses; exactly one is current
 * @param programs programs to filter by; empty when there is only one
 * @param filtered true when a filter is on
 */
public record InboxScreen(
        Box box,
        List<BoxLink> boxes,
        List<Choice> programs,
        boolean filtered,
        Page<TaskLine> tasks,
        Page<CaseLine> cases) {

    /** Which list is shown; STARTED lists cases, the others seats. */
    public enum Box {
        TODO,
        DONE,
        STARTED
    }

    /** A box with its count; null when it is not counted. */
    public record BoxLink(Box box, String href, String count, boolean current) {}

    /** One choice of a filter. */
    public record Choice(String value, String text, boolean chosen) {}
}
