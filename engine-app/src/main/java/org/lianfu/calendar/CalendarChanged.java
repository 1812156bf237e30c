package org.lianfu.calendar;

/**
 * Another calendar holds from now on: a notice was loaded, here or on another node. Told after the commit; whoever counts
 * days asks {@link Calendars#now} again.
 */
public record CalendarChanged() {}
