package org.lianfu.portal;

import java.util.List;

/**
 * A draft as a task list (填报清单): sections, documents, check and sign.
 *
 * @param mayEdit the reader fills (企业经办人)
 * @param maySign the reader signs and submits (企业签署人)
 * @param done how many sections are complete
 * @param waitingForSigner true when the operator is done and the signer has it
 */
public record ApplicationScreen(
        String no,
        String programCode,
        String programTitle,
        String version,
        Tag status,
        List<Section> sections,
        int done,
        boolean mayEdit,
        boolean maySign,
        boolean waitingForSigner,
        String closesOn) {

    public boolean complete() {
        return done == sections.size();
    }

    /**
     * One line of the list.
     *
     * @param key of the section in the address
     * @param hint what it asks for, in a sentence; may be null
     * @param faults how many things are missing or wrong
     */
    public record Section(String key, String name, String hint, String href, State state, int faults) {}

    /** How far a section is. */
    public enum State {
        NOT_STARTED,
        STARTED,
        FAULTY,
        DONE
    }
}
