package org.lianfu.credit;

import static org.lianfu.shared.Refusal.Kind.CONFLICT;
import static org.lianfu.shared.Refusal.Kind.RULE;
import static org.lianfu.shared.Refusal.Kind.UNAVAILABLE;

import org.lianfu.shared.Refusal;

/** Every "no" of the bank's side. */
final class CreditRefusals {

    static final Refusal RAISED = Refusal.of("credit.raised", RULE, "商业银行法 第三十五条 审贷分离、分级审批");
    static final Refusal PROLONGED = Refusal.of("credit.prolonged", RULE, "商业银行法 第三十五条 审贷分离、分级审批");
    static final Refusal ABOVE_NEED = Refusal.of("credit.above-need", RULE, "流动资金贷款管理办法 营运资金需求测算");
    static final Refusal VALUATION_EXPIRED = Refusal.of("credit.valuation-expired", RULE);
    static final Refusal VALUATION_MISSING = Refusal.of("credit.valuation-missing", RULE);
    static final Refusal VALUATION_DATES = Refusal.of("credit.valuation-dates", RULE);
    static final Refusal APPRAISER_RELATED = Refusal.of("credit.appraiser-related", RULE);
    static final Refusal APPRAISER_VACANT = Refusal.of("credit.appraiser-vacant", RULE);
    static final Refusal ABOVE_PLEDGE = Refusal.of("credit.above-pledge", RULE);
    static final Refusal CONDITION_OPEN = Refusal.of("credit.condition-open", RULE);
    static final Refusal COMMITTEE_REJECTED = Refusal.of("credit.committee-rejected", RULE, "商业银行法 第三十五条 审贷分离、分级审批");
    static final Refusal DECISION_EXPIRED = Refusal.of("credit.decision-expired", RULE);
    static final Refusal NOTHING_TO_APPEAL = Refusal.of("credit.no-appeal-step", CONFLICT);
    static final Refusal CONTRACT_ABOVE_APPROVED =
            Refusal.of("credit.contract-above-approved", RULE, "商业银行法 第三十五条 分级审批");
    static final Refusal CONTRACT_TERM = Refusal.of("credit.contract-term", RULE, "商业银行法 第三十五条 分级审批");
    static final Refusal CONTRACT_NO_TAKEN = Refusal.of("credit.contract-no-taken", CONFLICT);
    static final Refusal NOT_PLEDGED = Refusal.of("credit.not-pledged", RULE, "民法典 第四百四十四条 质权自登记时设立");
    static final Refusal DRAWDOWN_ABOVE_CONTRACT =
            Refusal.of("credit.drawdown-above-contract", RULE, "商业银行法 第三十七条 按合同约定");
    static final Refusal DRAWDOWN_ABOVE_REQUEST = Refusal.of("credit.drawdown-above-request", RULE);
    static final Refusal PAYEE_NOT_IN_CONTRACT =
            Refusal.of("credit.payee-not-in-contract", RULE, "流动资金贷款管理办法 按合同约定核对支付对象");
    static final Refusal INVOICE_NO = Refusal.of("credit.invoice-no", RULE);
    static final Refusal INVOICE_USED = Refusal.of("credit.invoice-used", CONFLICT);
    static final Refusal PAYEE_NOT_AS_ASKED = Refusal.of("credit.payee-not-as-asked", RULE, "流动资金贷款管理办法 按合同约定核对支付对象");
    static final Refusal PAYMENT_AMOUNT = Refusal.of("credit.payment-amount", RULE);
    static final Refusal PAYMENT_DATE = Refusal.of("credit.payment-date", RULE);
    static final Refusal USED_ABOVE_DRAWN = Refusal.of("credit.used-above-drawn", RULE);
    static final Refusal SERVICING_DATE = Refusal.of("credit.servicing-date", RULE);
    static final Refusal POOL_STOPPED = Refusal.of("credit.pool-stopped", RULE, "§29 熔断");
    static final Refusal POOL_MISSING = Refusal.of("credit.pool-missing", Refusal.Kind.MISSING);
    static final Refusal POOL_AMOUNT = Refusal.of("credit.pool-amount", RULE);
    static final Refusal POOL_BALANCE = Refusal.of("credit.pool-balance", RULE);
    static final Refusal POOL_TYPED = Refusal.of("credit.pool-typed", RULE);
    static final Refusal NPL = Refusal.of("credit.npl", RULE, "§29");
    static final Refusal NO_POOL_GATE = Refusal.of("credit.no-pool-gate", Refusal.Kind.MISSING);
    static final Refusal BATCH_MISSING = Refusal.of("credit.batch-missing", Refusal.Kind.MISSING);
    static final Refusal BATCH_MONTH = Refusal.of("credit.batch-month", RULE, "§28");
    static final Refusal BATCH_EMPTY = Refusal.of("credit.batch-empty", CONFLICT, "§28");
    static final Refusal BATCH_STATE = Refusal.of("credit.batch-state", CONFLICT);
    static final Refusal BATCH_SAME_PERSON = Refusal.of("credit.batch-same-person", Refusal.Kind.FORBIDDEN, "§29 四眼原则");
    static final Refusal FILING_STATE = Refusal.of("credit.filing-state", CONFLICT);
    static final Refusal FILING_REASON = Refusal.of("credit.filing-reason", RULE, "§28");
    static final Refusal VALUE_DATE = Refusal.of("credit.value-date", RULE, "民法典 第四百四十四条 质权自登记时设立");
    static final Refusal NOTE_TAKEN = Refusal.of("credit.note-taken", CONFLICT);
    static final Refusal NOT_IN_FULL = Refusal.of("credit.not-in-full", RULE);
    static final Refusal INTEREST_NEGATIVE = Refusal.of("credit.interest-negative", RULE);
    static final Refusal REPAYMENT_DATE = Refusal.of("credit.repayment-date", RULE);
    static final Refusal LOAN_STATE = Refusal.of("credit.loan-state", CONFLICT);
    static final Refusal REGISTERED_ON = Refusal.of("credit.registered-on", RULE);
    static final Refusal RELEASED_ON = Refusal.of("credit.released-on", RULE);
    static final Refusal NOTHING_TO_DRAW = Refusal.of("credit.no-drawdown-step", CONFLICT);
    static final Refusal NOTHING_TO_REPAY = Refusal.of("credit.no-repayment-step", CONFLICT);

    /** The bank's own paper on a case. */
    static final Refusal BANK_ONLY = Refusal.of("credit.bank-only", Refusal.Kind.FORBIDDEN, "§16");

    static final Refusal NO_REGISTRY = Refusal.of("credit.no-registry", UNAVAILABLE);

    /** The words of the application counter: a case that is not this person's does not exist. */
    static final Refusal MISSING = Refusal.of("application.missing", Refusal.Kind.MISSING);

    private CreditRefusals() {}
}
