package org.lianfu.directory;

import org.lianfu.testing.OnH2;

@OnH2
class LimitsH2Test extends LimitsContract {}
