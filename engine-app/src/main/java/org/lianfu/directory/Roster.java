package org.lianfu.directory;

import java.time.LocalDate;
import java.util.List;
import org.lianfu.shared.Words;

/**
 * What a directory file says, line for line, before it is held against what is there.
 *
 * @param services which banks take applications of which program
 */
public record Roster(
        List<OrgLine> orgs,
        List<FirmLine> firms,
        List<PersonLine> people,
        List<PostLine> posts,
        List<ServiceLine> services) {

    static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /** One organisation; {@code line} is where it stands in the file, and so below. */
    public record OrgLine(
            int line,
            String code,
            OrgType type,
            String uscc,
            List<Org.Named> names,
            List<String> aliases,
            LocalDate from,
            LocalDate to) {}

    public record FirmLine(int line, Firm firm, String english) {}

    /** @param password first password, to be changed; null for none: such an account cannot sign in */
    public record PersonLine(
            int line,
            String login,
            String org,
            Words name,
            Words says,
            String password,
            LocalDate from,
            LocalDate to) {}

    public record PostLine(int line, String org, String role, String holder, LocalDate from, LocalDate to) {}

    public record ServiceLine(int line, String program, List<String> banks) {}
}
