package org.lianfu.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as its reader has it: its words, its typefaces, and what a camera reads of its code. */
public final class PdfRead {

    /** Dots per inch. */
    private static final int[] LOOKS = {200, 150, 300};

    private PdfRead() {}

    /** Without the breaks of lines, which fall where the column ends. */
    public static String words(byte[] pdf) {
        return text(pdf).replaceAll("\\s+", "");
    }

    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the typefaces; one that is not inside the file ends in {@code !}. */
    public static List<String> typefaces(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            TreeSet<String> names = new TreeSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    names.add(font.getName() + (font.isEmbedded() ? "" : "!"));
                }
            }
            return new ArrayList<>(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a camera reads off the printed page: like one, it looks more than once, from nearer and from farther away. */
    public static String code(byte[] pdf) {
        ReaderException last = null;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int dpi : LOOKS) {
                try {
                    return code(new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, dpi));
                } catch (ReaderException e) {
                    last = e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no camera can read the code", last);
    }

    private static String code(BufferedImage page) throws ReaderException {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
