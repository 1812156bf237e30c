package org.lianfu.program.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.program.pack.Rule.Report;

/** That scenarios speak the sentences of the phrase-book, so that whoever writes a policy can prove it without Java. */
public final class ScenarioRules {

    static final List<Rule> ALL = List.of(
            new Rule("scenario-missing", ScenarioRules::missing),
            new Rule("scenario-language", ScenarioRules::language),
            new Rule("scenario-sentence", ScenarioRules::sentences));

    /** How many sentences the phrase-book may have. */
    public static final int MOST = 40;

    private static final Pattern STEP = Pattern.compile("(?:假如|假设|假定|当|那么|而且|并且|同时|但是)\\s*(.*)");
    private static final Pattern SCENARIO = Pattern.compile("(?m)^\\s*(?:场景|剧本|场景大纲|剧本大纲)[:：]");

    private static final List<String> SENTENCES = read();
    private static final List<Pattern> KNOWN =
            SENTENCES.stream().map(s -> Pattern.compile(worded(s))).toList();

    private ScenarioRules() {}

    /** The sentences of the phrase-book, each {@code {词}} a word in “ ”. */
    public static List<String> sentences() {
        return SENTENCES;
    }

    private static String worded(String sentence) {
        return "\\Q" + sentence.replace("{词}", "\\E“[^”]*”\\Q") + "\\E";
    }

    private static List<String> read() {
        try (InputStream in = ScenarioRules.class.getResourceAsStream("/phrase-book.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void missing(PackReading pack, Report report) {
        if (!SCENARIO.matcher(pack.scenarios()).find()) {
            report.add(pack.pack().path("scenarios"), "", "a program is proved by at least one scenario");
        }
    }

    private static void language(PackReading pack, Report report) {
        features(pack)
                .filter(path -> !pack.pack().text(path).startsWith("# language: zh-CN"))
                .forEach(path -> report.add(path, "", "begins with the line # language: zh-CN"));
    }

    private static void sentences(PackReading pack, Report report) {
        features(pack).forEach(path -> {
            int no = 0;
            for (String line : pack.pack().text(path).split("\\R")) {
                no++;
                Matcher step = STEP.matcher(line.strip());
                if (step.matches()
                        && !step.group(1).matches("<[^>]+>")
                        && KNOWN.stream()
                                .noneMatch(known -> known.matcher(step.group(1)).matches())) {
                    report.add(
                            path,
                            "line " + no,
                            "“%s” is no sentence of the phrase-book; words stand in “ ”".formatted(step.group(1)));
                }
            }
        });
    }

    private static java.util.stream.Stream<String> features(PackReading pack) {
        return pack.pack().files().keySet().stream().filter(path -> path.endsWith(".feature"));
    }
}
