package org.lianfu.application;

import java.time.Instant;
import java.util.Map;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Json;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Times;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Subject;

/**
 * One application 申报 as it stands in its row. State changes happen through {@link CaseFile}, which writes the row and
 * its trail entries in one call.
 */
public class Application {

    String no;
    String program;
    String programVersion;
    String org;
    String applicantKind;
    String applicantName;
    String applicantUscc;
    String status;
    Long requested;
    Long approved;
    Long paid;
    String holderBank;
    String facts;
    String decision;
    int answersVersion;
    String answersSha256;
    String receiptNo;
    String createdBy;
    long createdAt;
    String submittedBy;
    Long submittedAt;
    Long promisedAt;
    Long endedAt;
    long trailSeq;
    String trailHead;
    int version;

    public CaseNo no() {
        return new CaseNo(no);
    }

    public String programCode() {
        return program;
    }

    /** The version the case is pinned to; null while it is a draft. */
    public ProgramRef program() {
        return programVersion == null ? null : new ProgramRef(program, programVersion);
    }

    /** Code of the organisation that applies. */
    public String org() {
        return org;
    }

    public String applicantKind() {
        return applicantKind;
    }

    public String applicantName() {
        return applicantName;
    }

    public String applicantUscc() {
        return applicantUscc;
    }

    public Status status() {
        return Status.valueOf(status);
    }

    public Money requested() {
        return requested == null ? null : Money.ofFen(requested);
    }

    public Money approved() {
        return approved == null ? null : Money.ofFen(approved);
    }

    public Money paid() {
        return paid == null ? null : Money.ofFen(paid);
    }

    /** Code of the bank that holds the case now; null before the first bank and outside loans. */
    public String holderBank() {
        return holderBank;
    }

    /** What gateways and decisions of the program may read of the case, by name. */
    public Map<String, Object> facts() {
        return Json.map(facts);
    }

    /** Version of the filed answers that holds now; 0 while a draft. */
    public int answersVersion() {
        return answersVersion;
    }

    /** Hash of the filed answers that hold now; null while a draft. */
    public String answersSha256() {
        return answersSha256;
    }

    public String receiptNo() {
        return receiptNo;
    }

    public String createdBy() {
        return createdBy;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant createdAt() {
        return Times.instant(createdAt);
    }

    public Instant submittedAt() {
        return submittedAt == null ? null : Times.instant(submittedAt);
    }

    public Instant promisedAt() {
        return promisedAt == null ? null : Times.instant(promisedAt);
    }

    /** The decision as its applicant reads it; null until there is one. */
    public Decision decision() {
        return decision == null ? null : Decision.read(decision);
    }

    public int version() {
        return version;
    }

    public Chain chain() {
        return new Chain(subject(no()), trailSeq, trailHead);
    }

    public static Subject subject(CaseNo no) {
        return new Subject("case", no.value());
    }
}
