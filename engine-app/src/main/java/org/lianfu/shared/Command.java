package org.lianfu.shared;

import java.util.List;

/** An act of the command line ({@code ./lianfu …}): the house is started without its background clerks, and ends after it. */
public interface Command {

    /** The words of the command joined by a hyphen, for example {@code trail-verify}. */
    String name();

    /**
     * Does it, printing to standard output.
     *
     * @param arguments everything after the command, without Spring's own settings
     * @return exit code: 0 done, 1 done and the answer is no, 2 could not be done
     */
    int run(List<String> arguments);
}
