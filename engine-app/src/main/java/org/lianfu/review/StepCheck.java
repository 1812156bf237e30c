package org.lianfu.review;

import org.lianfu.application.CaseFile;

/**
 * What a module above has against an answer before it counts: what could not be booked later is refused at the step itself.
 * An interface because the modules that know stand above this one.
 */
public interface StepCheck {

    /**
     * Looks at what somebody says on a step, by the keys of its form; silent about what is none of its business.
     *
     * @param step as it would be when this voice counts
     * @throws org.lianfu.shared.Refused when it cannot be so
     */
    void check(CaseFile file, Step step, Voice voice);
}
