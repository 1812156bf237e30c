package org.lianfu.portal;

import java.time.LocalDate;
import java.util.List;

/**
 * People and posts as the administrators see them.
 *
 * @param org code that the list is cut to; empty for all
 * @param words part of a login or name that was searched for
 * @param enters whether this reader enters people
 * @param orgs what may be typed as an organisation: code and name
 * @param banks whose limits of authority can be looked at
 * @param history changes of the organisation that the list is cut to; null when it is not
 */
public record DirectoryScreen(
        Page<Line> people,
        String org,
        String words,
        boolean enters,
        List<Choice> orgs,
        List<Choice> banks,
        ChangeHistory history,
        TypedForm typed,
        List<FaultLine> faults) {

    /** One person; {@code to} is null when there is no end. */
    public record Line(
            String login, String name, String org, List<String> posts, Tag state, LocalDate from, LocalDate to) {}

    /** A code and what it is called. */
    public record Choice(String code, String name) {}
}
