package org.lianfu.portal;

import java.time.LocalDate;
import java.util.List;

/**
 * One person with posts and changes.
 *
 * @param to last day; null when there is no end
 * @param open whether sign-in is open
 * @param needsPassword whether opening sign-in needs a first password
 * @param corrects whether this reader corrects and ends people
 * @param grants whether this reader gives posts and opens sign-in
 * @param self whether the reader is looking at himself: nobody changes himself
 * @param version what the reader has seen
 */
public record PersonScreen(
        String login,
        String name,
        String nameZh,
        String nameEn,
        String org,
        String orgCode,
        Tag state,
        LocalDate from,
        LocalDate to,
        boolean open,
        boolean needsPassword,
        List<PostLine> posts,
        List<DirectoryScreen.Choice> roles,
        boolean corrects,
        boolean grants,
        boolean self,
        long version,
        ChangeHistory history,
        TypedForm typed,
        List<FaultLine> faults) {

    /** @param from null when it always held; @param to null when it has no end; @param live whether it can be ended */
    public record PostLine(String code, String title, LocalDate from, LocalDate to, Tag state, boolean live) {}
}
