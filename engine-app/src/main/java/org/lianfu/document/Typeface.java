package org.lianfu.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * The typeface of every document, which travels with the house: a machine without fonts prints Chinese all the same. What it
 * has no glyph for is printed as its number, for example {@code 〔U+20BB7〕}: named, never a box or a {@code #}.
 */
@Component
class Typeface {

    /** Name by which style sheets ask for it. */
    static final String FAMILY = "lianfu";

    private static final String FILE = "/typeface/wqy-microhei.ttf";
    private static final int LAST_PLANE_WITH_TEXT = 0x3FFFF;

    /** Code points with a glyph; read when the first document is printed, so that a start costs nothing. */
    private BitSet glyphs;

    InputStream open() {
        InputStream file = Typeface.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException("the typeface " + FILE + " is not in this build");
        }
        return file;
    }

    /** Code points of the text that cannot be printed, by number. */
    Set<Integer> missing(String text) {
        Set<Integer> missing = new TreeSet<>();
        text.codePoints().filter(c -> !prints(c)).forEach(missing::add);
        return missing;
    }

    /** The text with a name in place of each character that cannot be printed. */
    String printable(String text) {
        if (text.codePoints().allMatch(this::prints)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (prints(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(name(c));
            }
        });
        return printable.toString();
    }

    static String name(int codePoint) {
        return "〔" + String.format(Locale.ROOT, "U+%04X", codePoint) + "〕";
    }

    /** Characters that only steer others, for example the one that turns the direction of writing, are never obeyed. */
    private boolean prints(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || codePoint == '\r'
                ? true
                : switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> glyphs().get(codePoint);
                };
    }

    private synchronized BitSet glyphs() {
        if (glyphs == null) {
            try (InputStream file = open();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                BitSet read = new BitSet();
                CmapLookup codes = font.getUnicodeCmapLookup();
                long[] outlines = font.getIndexToLocation().getOffsets();
                for (int c = ' '; c <= LAST_PLANE_WITH_TEXT; c++) {
                    int glyph = codes.getGlyphId(c);
                    // this typeface has a few glyphs without a stroke, U+2103 among them: text would silently be left
                    // out
                    boolean seen = Character.isSpaceChar(c) || outlines[glyph + 1] > outlines[glyph];
                    if (glyph != 0 && seen) {
                        read.set(c);
                    }
                }
                glyphs = read;
            } catch (IOException e) {
                throw new UncheckedIOException("the typeface " + FILE + " cannot be read", e);
            }
        }
        return glyphs;
    }
}
