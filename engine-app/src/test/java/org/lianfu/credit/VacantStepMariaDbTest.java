package org.lianfu.credit;

import org.lianfu.testing.OnMariaDb;

@OnMariaDb(shared = "credit")
class VacantStepMariaDbTest extends VacantStepContract {}
