package org.lianfu.document;

import java.util.Optional;
import org.lianfu.trail.Recorded;

/** The kinds of document, each known by the entry of the trail that makes it. */
public enum Kind {
    /** The application has arrived 申请回执. */
    RECEIPT,
    /** The credit was approved or refused 授信审批结果通知书. */
    DECISION,
    /** Both have signed 借款合同要素表. */
    CONTRACT,
    /** Principal and interest are repaid 贷款结清证明. */
    SETTLEMENT;

    static Optional<Kind> of(Recorded entry) {
        return Optional.ofNullable(
                switch (entry.type()) {
                    case "application.submitted" -> RECEIPT;
                    case "task.completed", "step.voted" -> entry.data().containsKey("decision") ? DECISION : null;
                    case "loan.contracted" -> CONTRACT;
                    case "loan.repaid" -> "SETTLED".equals(entry.data().get("state")) ? SETTLEMENT : null;
                    default -> null;
                });
    }

    /** Under which the bundles have its title. */
    public String titleKey() {
        return "document." + word();
    }

    /** As it stands in ids and addresses. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
