package org.lianfu.portal;

import java.util.List;

/**
 * The first page after signing in, and the open page before.
 *
 * @param name of the person; null when nobody is signed in
 * @param org of the person
 * @param firm true when the person acts for a firm
 * @param todo the first seats of the inbox
 * @param todoCount how many there are, as shown: {@code 12} or {@code 99+}
 * @param cases the newest cases the person may see
 * @param programs programs that are open
 */
public record HomeScreen(
        String name,
        String org,
        boolean firm,
        List<TaskLine> todo,
        String todoCount,
        List<CaseLine> cases,
        List<ProgramLine> programs) {}
