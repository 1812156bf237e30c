package org.lianfu.bench;

import java.util.Arrays;
import java.util.List;

/** Entry of {@code ./lianfu bench case|pages|filing [--name value …]}. Exit 0 measured, 1 the bench does not trust itself, 2 usage. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        List<String> given = Arrays.asList(args);
        String which = given.isEmpty() ? "" : given.get(0);
        int code;
        try {
            code = switch (which) {
                case "case" -> {
                    new CaseBench(new Options(given.subList(1, given.size()))).run();
                    yield 0;
                }
                case "pages" -> {
                    new PagesBench(new Options(given.subList(1, given.size()))).run();
                    yield 0;
                }
                case "filing" -> {
                    new FilingBench(new Options(given.subList(1, given.size()))).run();
                    yield 0;
                }
                default -> {
                    System.err.println("usage: ./lianfu bench case [--rounds n] [--cases n]");
                    System.err.println("       ./lianfu bench pages [--cases n] [--requests n] [--warmups n]");
                    System.err.println("       ./lianfu bench filing [--loans n] [--h2 0|1] [--mariadb 0|1]");
                    yield 2;
                }
            };
        } catch (Untrustworthy e) {
            System.err.println("bench: " + e.getMessage());
            code = 1;
        } catch (Exception e) {
            e.printStackTrace();
            code = 1;
        }
        System.exit(code);
    }
}
