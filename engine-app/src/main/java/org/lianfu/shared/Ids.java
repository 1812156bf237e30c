package org.lianfu.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Time-ordered identifiers (UUID version 7), so that new rows land at the end of an index. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new identifier of 36 characters. */
    public static String next() {
        return GENERATOR.generate().toString();
    }
}
