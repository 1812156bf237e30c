package org.lianfu.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The calendar's data files: comma-separated, {@code #} begins a comment, the first other line names the columns. */
final class Csv {

    private Csv() {}

    /**
     * The rows of a file on the class path.
     *
     * @throws IllegalStateException when the file is missing or its columns are not the expected ones; names the file
     */
    static List<String[]> rows(String resource, String columns) {
        try (InputStream in = Csv.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing: the calendar cannot be filled");
            }
            return rows(resource, columns, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static List<String[]> rows(String file, String columns, String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.get(0).equals(columns)) {
            throw new IllegalStateException(file + " must begin with the columns " + columns);
        }
        int width = columns.split(",").length;
        return lines.stream().skip(1).map(line -> cells(file, line, width)).toList();
    }

    private static String[] cells(String file, String line, int width) {
        String[] cells = line.split(",", -1);
        if (cells.length != width) {
            throw new IllegalStateException(file + " has a row that is not of " + width + " columns: " + line);
        }
        return cells;
    }
}
