package org.lianfu.calendar;

import java.time.LocalDate;

/**
 * A day that a notice makes a working day (调休上班) or a day off, and that was the other before.
 *
 * @param name the holiday it belongs to; empty when the notice no longer lists the day
 */
public record DayChange(LocalDate date, boolean working, String name) {}
