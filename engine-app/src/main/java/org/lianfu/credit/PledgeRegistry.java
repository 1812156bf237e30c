package org.lianfu.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;

/**
 * The register of patents and of their pledges 专利登记簿与质权登记: a system that is not ours, so an interface. It may refuse, be
 * late, answer twice or not at all; its answers come later, through {@link PledgeDesk#answered}.
 */
public interface PledgeRegistry {

    /** What people call the register, as the source of facts. */
    String title();

    /**
     * Reads a patent's entry. May be slow: never called inside a transaction of ours.
     *
     * @return empty when the register has no such patent
     */
    Optional<Patent> lookUp(String patentNo);

    /** Files a request to register a pledge. The same request may arrive twice: its id tells. */
    void register(Filing filing);

    /** Files the release 注销登记 of a pledge after settlement. */
    void release(Release release);

    /**
     * A patent as the register has it.
     *
     * @param kind {@code INVENTION}, {@code UTILITY} or {@code DESIGN}
     * @param status {@code VALID}, {@code PENDING} (applied for, not granted), {@code TERMINATED} or {@code INVALID}
     * @param coOwners owners beside the first one, whose consent is needed
     * @param disputed dispute over ownership, or preservation by a court
     * @param sameDayDuplicate the same was applied for as invention and utility model on one day
     */
    record Patent(
            String no,
            String title,
            String kind,
            String status,
            String ownerUscc,
            int coOwners,
            LocalDate expiresOn,
            boolean feePaid,
            boolean pledged,
            boolean disputed,
            boolean invalidationPending,
            boolean sameDayDuplicate) {}

    /**
     * A request to register a pledge, signed by both.
     *
     * @param id of the request; the answer names it
     * @param pledgorUscc credit code of the firm that pledges
     * @param pledgee code of the bank
     * @param endsOn day on which the debt falls due
     */
    record Filing(
            String id,
            CaseNo caseNo,
            String patentNo,
            String pledgorUscc,
            String pledgee,
            String pledgeContractNo,
            Money amount,
            LocalDate endsOn) {}

    /** A request to release a registered pledge. */
    record Release(String id, String patentNo, String registrationNo) {}

    /**
     * The registry's answer to a {@link Filing}.
     *
     * @param registrationNo null when refused
     * @param registeredOn null when refused
     * @param reasons refusal grounds, for example {@code P05}; empty when registered
     */
    record Answer(boolean registered, String registrationNo, LocalDate registeredOn, List<String> reasons) {

        public static Answer registered(String registrationNo, LocalDate on) {
            return new Answer(true, registrationNo, on, List.of());
        }

        public static Answer refused(List<String> reasons) {
            return new Answer(false, null, null, List.copyOf(reasons));
        }
    }
}
