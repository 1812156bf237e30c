package org.lianfu.credit;

import org.lianfu.testing.OnH2;

@OnH2
class AuthorityH2Test extends AuthorityContract {}
