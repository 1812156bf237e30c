package org.lianfu.directory;

import org.lianfu.testing.OnH2;

@OnH2
class PersonnelH2Test extends PersonnelContract {}
