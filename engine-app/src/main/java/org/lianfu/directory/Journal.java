package org.lianfu.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.trail.Entry;

/**
 * What one act says about which organisation; written to their chains when the act is done.
 *
 * @param reason why, in the words of whoever acts; null where a file is entered
 */
record Journal(Actor by, String reason, SortedMap<String, List<Entry>> entries) {

    Journal(Actor by) {
        this(by, null);
    }

    Journal(Actor by, String reason) {
        this(by, reason, new TreeMap<>());
    }

    void note(String org, String type, UnaryOperator<Entry> more) {
        Entry entry = more.apply(Entry.of(type, by).audience(Audience.SCHEME));
        Entry whole = reason == null ? entry : entry.details(Map.of("reason", reason));
        entries.computeIfAbsent(org, code -> new ArrayList<>()).add(whole);
    }
}
