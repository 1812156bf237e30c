package org.lianfu.directory;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class PersonnelMariaDbTest extends PersonnelContract {}
