package org.lianfu.program;

import org.lianfu.testing.OnH2;

@OnH2
class PackIntakeH2Test extends PackIntakeContract {}
