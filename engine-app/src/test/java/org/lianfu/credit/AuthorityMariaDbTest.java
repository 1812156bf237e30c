package org.lianfu.credit;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb
class AuthorityMariaDbTest extends AuthorityContract {}
