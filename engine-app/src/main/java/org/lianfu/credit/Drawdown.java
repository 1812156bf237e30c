package org.lianfu.credit;

import java.time.LocalDate;
import org.lianfu.shared.Money;

/**
 * A draw-down 放款 as the bank has booked it in its own system; recorded here, never made here.
 *
 * @param noteNo number of the loan note 借据号, unique at its bank
 * @param valueOn first day that bears interest 起息日
 */
public record Drawdown(String noteNo, Money amount, LocalDate valueOn) {}
