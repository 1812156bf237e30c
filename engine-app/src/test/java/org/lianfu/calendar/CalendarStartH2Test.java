package org.lianfu.calendar;

import org.lianfu.testing.OnH2;

@OnH2
class CalendarStartH2Test extends CalendarStartContract {}
