package org.lianfu.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is being typed: kept as typed, wrong or missing.
 *
 * @param writers logins that typed in it; none of them may sign it
 * @param version for If-Match; grows at each save
 */
public record Draft(Map<String, Object> typed, List<String> writers, int version, Instant savedAt) {}
