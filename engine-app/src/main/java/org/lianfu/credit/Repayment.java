package org.lianfu.credit;

import java.time.LocalDate;
import org.lianfu.shared.Money;

/** A repayment 还款 as the bank has received it. */
public record Repayment(LocalDate paidOn, Money principal, Money interest) {}
