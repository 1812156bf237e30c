package org.lianfu.trail;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Money;

/**
 * One entry as it stands in a chain.
 *
 * @param login who acted; empty where the reader may not know the person
 * @param roles role codes acted under, comma separated
 * @param from state before; empty when no state changed, or hidden
 * @param amount null when there is none, or hidden
 * @param about the thing inside the subject; null when there is none, or hidden
 * @param data codes in clear
 * @param details personal text; null when there is none, when it was erased, or hidden
 * @param hash leaf hash of this entry
 * @param prev leaf hash of the one before
 */
public record Recorded(
        String id,
        Subject subject,
        long seq,
        String type,
        Instant at,
        String login,
        String org,
        String roles,
        String auth,
        String from,
        String to,
        Money amount,
        Subject about,
        List<Entry.Evidence> evidence,
        Entry.Model model,
        Map<String, String> data,
        Set<Audience> audience,
        Map<String, Object> details,
        boolean hasDetails,
        String hash,
        String prev) {

    /** Whether somebody of one of these audiences may read this entry whole. */
    public boolean isFor(Collection<Audience> reader) {
        return audience.contains(Audience.PUBLIC) || !Collections.disjoint(audience, reader);
    }

    /**
     * The entry as a reader of these audiences may see it. Outside its audience number, type, time, hashes, organisation
     * and role remain, so that the chain still verifies.
     *
     * @param persons whether this reader may know who the person was
     */
    public Recorded seenBy(Collection<Audience> reader, boolean persons) {
        boolean whole = isFor(reader);
        return new Recorded(
                id,
                subject,
                seq,
                type,
                at,
                whole && persons ? login : "",
                org,
                roles,
                whole ? auth : "",
                whole ? from : "",
                whole ? to : "",
                whole ? amount : null,
                whole ? about : null,
                whole ? evidence : List.of(),
                whole ? model : null,
                whole ? data : Map.of(),
                audience,
                whole ? details : null,
                hasDetails,
                hash,
                prev);
    }

    /** Whether the personal text has been taken away since; asked of an entry that is seen whole. */
    public boolean isErased() {
        return hasDetails && details == null;
    }
}
