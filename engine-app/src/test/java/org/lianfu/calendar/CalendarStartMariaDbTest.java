package org.lianfu.calendar;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class CalendarStartMariaDbTest extends CalendarStartContract {}
