package org.lianfu.engine.activity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.lianfu.engine.Movement;
import org.lianfu.shared.CaseNo;

/**
 * One entry of the catalogue (活动目录): what a service task may ask of the house. A subclass calls one verb of one desk and
 * holds no rule of its own; its bean name is what a pack writes.
 *
 * <pre>{@code
 * @Component
 * class BookDrawdown extends Activity {
 *     private final CreditDesk credit;
 *     BookDrawdown(CreditDesk credit) { this.credit = credit; }
 *     protected String act(CaseNo no) { credit.bookDrawdown(no); return DONE; }
 * }
 * }</pre>
 */
public abstract class Activity implements JavaDelegate {

    /** Returned by an activity that has no outcome for a gateway to read. */
    protected static final String DONE = null;

    /**
     * Does the work, inside the transaction of the act that moved the token here.
     *
     * @return the outcome that the next gateway reads as {@code outcome}, or {@link #DONE}
     */
    protected abstract String act(CaseNo no);

    @Override
    public final void execute(DelegateExecution execution) {
        String outcome = act(new CaseNo(execution.getProcessBusinessKey()));
        Movement.current().worked(outcome);
    }
}
