package org.lianfu.directory;

import java.util.regex.Pattern;

/** What a login may be. It stands in clear in the trail for ever, so it must not be a number that belongs to a person. */
final class Logins {

    static final String FORM = "[a-z0-9][a-z0-9._-]{1,62}";

    private static final Pattern SEPARATORS = Pattern.compile("[._-]");
    /** Mobile number with or without 86, identity-card number of 15 or 18 places; alone or beside letters. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<!\\d)(?:(?:86)?1[3-9]\\d{9}|\\d{15}|\\d{17}[\\dx])(?!\\d)");

    private Logins() {}

    /** Whether the login looks like a phone or identity-card number, however it is spaced. */
    static boolean isPersonal(String login) {
        return PERSONAL.matcher(SEPARATORS.matcher(login).replaceAll("")).find();
    }
}
