package org.lianfu.directory;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class DirectoryMariaDbTest extends DirectoryContract {}
