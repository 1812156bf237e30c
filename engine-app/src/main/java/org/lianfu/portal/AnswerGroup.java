package org.lianfu.portal;

import java.util.List;

/**
 * Answers to read, under one heading: a section of a form, or what an earlier step recorded.
 *
 * @param title in the reader's language
 * @param changeHref where the answers can be changed; null when they cannot
 * @param by who recorded it and when, in plain words; null where that is plain already
 */
public record AnswerGroup(String title, String changeHref, String by, List<Answer> answers) {

    /**
     * One question with its answer as people read it: money with separators, choices by their label.
     *
     * @param id of the field on the page that changes it; null when it cannot be changed
     * @param lines one line, or several for lists; none when not answered
     * @param fault sentence that says what is wrong and how to mend it; null when nothing is
     */
    public record Answer(String id, String label, List<String> lines, String fault) {}
}
