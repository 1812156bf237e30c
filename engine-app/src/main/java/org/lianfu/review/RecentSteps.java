package org.lianfu.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lianfu.application.CaseFile;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives an act the steps of its case: from memory when the last act on the case was done here, else from their tables.
 * What is remembered holds for one edition of the locked case row only, and no change of steps leaves that as it was: an
 * act of another node, or one that was rolled back, is never overlooked (docs/adr/0021-recent-steps.md).
 */
@Component
class RecentSteps {

    /** Cases remembered; beyond them the one acted on longest ago is forgotten. Some KB each, no words of people. */
    private static final int CASES = 1_000;

    private record Remembered(String edition, List<Step> steps) {}

    private final Steps steps;
    private final Map<CaseNo, Remembered> cases = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseNo, Remembered> eldest) {
            return size() > CASES;
        }
    });

    private final Set<CaseNo> touched = ConcurrentHashMap.newKeySet();

    RecentSteps(Steps steps) {
        this.steps = steps;
    }

    /** Cases on which somebody has acted here since this was asked last. */
    List<CaseNo> touched() {
        List<CaseNo> since = List.copyOf(touched);
        since.forEach(touched::remove);
        return since;
    }

    /** The steps of the locked case for this transaction; how it leaves them is remembered when it commits. */
    CaseSteps of(CaseFile file) {
        CaseSteps present = new CaseSteps(file, present(file));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cases.put(file.application().no(), new Remembered(file.edition(), Steps.asRead(present.all())));
                touched.add(file.application().no());
            }
        });
        return present;
    }

    private List<Step> present(CaseFile file) {
        CaseNo no = file.application().no();
        if (file.wasDraft()) {
            return List.of(); // nobody works on a draft
        }
        List<Step> known = remembered(no, file.edition());
        return known != null ? known : steps.ofCase(no);
    }

    /** What is remembered of this edition of a case; null when nothing is. */
    List<Step> remembered(CaseNo no, String edition) {
        Remembered known = cases.get(no);
        return known != null && known.edition().equals(edition) ? known.steps() : null;
    }
}
