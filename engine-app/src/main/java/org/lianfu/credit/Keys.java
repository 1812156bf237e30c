package org.lianfu.credit;

import java.util.Set;

/**
 * The words by which the forms of loan programs speak to the bank's side: a step is known by the keys its form asks for,
 * never by its name or its program.
 */
final class Keys {

    /** apply: {@code bank1}, {@code bank2}, … in the order in which the firm wants them asked. */
    static final String BANK = "bank";

    /** apply: the patent that is pledged. */
    static final String PATENT_NO = "patentNo";

    /** apply: for how many months. */
    static final String TERM_MONTHS = "termMonths";

    /** The investigation: whether the firm is the bank's related party. */
    static final String RELATED_PARTY = "relatedParty";

    /** The bank's choice of an appraiser. */
    static final String APPRAISER_ORG = "appraiserOrg";

    /** The valuation: what the pledged right was appraised at, as of which day, and until when the report holds. */
    static final String APPRAISED_VALUE = "appraisedValue";

    static final String APPRAISED_ON = "appraisedOn";
    static final String VALUATION_UNTIL = "valuationUntil";

    /** Outputs of a decision: what part of its value a right may secure, and for how many months a valuation holds. */
    static final String PLEDGE_RATE = "pledgeRatePercent";

    static final String VALUATION_MONTHS = "valuationMonths";

    /** The review 贷时审查: what it says of the risk, and when it recommends a loan, how much for how long. */
    static final String RISK_OPINION = "riskOpinion";

    static final String RECOMMENDED_AMOUNT = "recommendedAmount";
    static final String RECOMMENDED_MONTHS = "recommendedMonths";

    /** Outputs of decisions: what new working capital the firm needs, in fen; for how many months an approval holds. */
    static final String CREDIT_NEED = "creditNeed";

    static final String DECISION_MONTHS = "decisionMonths";

    /** The bank's decision. */
    static final String APPROVED_AMOUNT = "approvedAmount";

    static final String APPROVED_MONTHS = "approvedMonths";

    /** Conditions of the approval, one a line; at the draw-down check how each of them was fulfilled, in the same order. */
    static final String CONDITIONS = "conditions";

    static final String CONDITIONS_MET = "conditionsMet";
    static final String FULFILMENTS = "fulfilments";

    /** The firm's answer to a refusal: why the bank should decide again. */
    static final String APPEAL_GROUND = "appealGround";

    /** The contract as the bank has drawn it up; without an amount it is for what was approved. */
    static final String CONTRACT_NO = "contractNo";

    static final String PLEDGE_CONTRACT_NO = "pledgeContractNo";
    static final String CONTRACT_AMOUNT = "contractAmount";
    static final String ANNUAL_RATE = "annualRate";
    static final String ENDS_ON = "endsOn";

    /** The payees that the contract names, one a line. */
    static final String PAYEES = "payees";

    /** The registry's answer; refusal grounds stand under the key of all coded reasons. */
    static final String REGISTRATION_NO = "registrationNo";

    static final String REGISTERED_ON = "registeredOn";
    static final String REASONS = "reasons";

    /** The firm's request for a draw-down. */
    static final String DRAWDOWN_AMOUNT = "drawdownAmount";

    static final String PAYEE_NAME = "payeeName";
    static final String PAYEE_ACCOUNT = "payeeAccount";
    static final String PAYEE_BANK_NO = "payeeBankNo";
    static final String TRADE_CONTRACT_NO = "tradeContractNo";
    static final String INVOICE_CODE = "invoiceCode";
    static final String INVOICE_NO = "invoiceNo";
    static final String EVIDENCE = "evidenceNote";

    /** The draw-down as the bank has booked it. */
    static final String LOAN_NOTE_NO = "loanNoteNo";

    static final String VALUE_ON = "valueOn";
    static final String DRAWN_AMOUNT = "drawnAmount";

    /** A payment to the payee as the bank has made it. */
    static final String PAID_TO_NAME = "paidToName";

    static final String PAID_TO_ACCOUNT = "paidToAccount";
    static final String PAID_TO_BANK_NO = "paidToBankNo";
    static final String PAID_AMOUNT = "paidAmount";
    static final String PAY_VOUCHER_NO = "payVoucherNo";
    static final String PAID_AT = "paidAt";

    /** What came of that payment. */
    static final String RECEIPT_NO = "receiptNo";

    static final String ARRIVED_ON = "arrivedOn";
    static final String RETURNED_ON = "returnedOn";

    /** The firm's report on what it used the money for. */
    static final String REPORTED_ON = "reportedOn";

    static final String USED_AMOUNT = "usedAmount";

    /** A post-loan check. */
    static final String CHECKED_ON = "checkedOn";

    /** The filing into the risk pool. */
    static final String FILING_NO = "filingNo";

    /** A repayment as the bank has received it. */
    static final String PAID_ON = "paidOn";

    static final String PRINCIPAL = "principal";
    static final String INTEREST = "interest";

    /** The release of the pledge. */
    static final String RELEASE_NO = "releaseNo";

    static final String RELEASED_ON = "releasedOn";

    /** Keys by which a step that waits for the firm's answer to a refusal is known. */
    static final Set<String> APPEAL = Set.of(APPEAL_GROUND);

    /** Keys by which a step that waits for a draw-down request is known. */
    static final Set<String> DRAWDOWN_REQUEST = Set.of(DRAWDOWN_AMOUNT, PAYEE_NAME, PAYEE_ACCOUNT, PAYEE_BANK_NO);

    /** Keys by which a step that waits for a repayment to be recorded is known. */
    static final Set<String> REPAYMENT = Set.of(PAID_ON, PRINCIPAL, INTEREST);

    private Keys() {}
}
