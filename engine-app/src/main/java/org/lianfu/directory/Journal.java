package org.lianfu.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.trail.Entry;

/** What one act says about which organisation; written to their chains when the act is done. */
record Journal(Actor by, SortedMap<String, List<Entry>> entries) {

    Journal(Actor by) {
        this(by, new TreeMap<>());
    }

    void note(String org, String type, UnaryOperator<Entry> more) {
        Entry entry = more.apply(Entry.of(type, by).audience(Audience.SCHEME));
        entries.computeIfAbsent(org, code -> new ArrayList<>()).add(entry);
    }
}
