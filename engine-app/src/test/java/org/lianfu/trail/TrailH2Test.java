package org.lianfu.trail;

import org.lianfu.testing.OnH2;

@OnH2
class TrailH2Test extends TrailContract {}
