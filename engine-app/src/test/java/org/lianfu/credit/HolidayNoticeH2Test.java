package org.lianfu.credit;

import org.lianfu.testing.OnH2;

@OnH2
class HolidayNoticeH2Test extends HolidayNoticeContract {}
