package org.lianfu.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One filed version of the answers, immutable.
 *
 * @param answers typed values: money in fen as Long, dates as ISO text
 * @param typed the same as it was typed, to be shown and corrected
 * @param sources facts that were looked up for it, each with source and date
 * @param sha256 of the typed values; stands in the trail
 */
public record Filed(
        int version,
        Map<String, Object> answers,
        Map<String, Object> typed,
        List<Map<String, Object>> sources,
        String sha256,
        String filedBy,
        Instant filedAt) {}
