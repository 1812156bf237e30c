package org.lianfu.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.lianfu.shared.SafeXml;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints a sheet as PDF, with its typeface inside and nothing fetched from anywhere. The same sheet gives the same bytes:
 * neither the time of printing nor chance gets in.
 */
@Component
class Press {

    /** Each print holds the typeface in memory, a few megabytes: so many at a time, the others wait. */
    private static final int AT_ONCE = 2;

    private static final String TEMPLATE = "document/sheet";
    private static final int NORMAL = 400;

    private final ITemplateEngine templates;
    private final Typeface typeface;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    Press(ITemplateEngine templates, Typeface typeface) {
        this.templates = templates;
        this.typeface = typeface;
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(Sheet sheet) {
        String markup = markup(sheet);
        List<String> unprinted =
                typeface.missing(markup).stream().map(Typeface::name).toList();
        String printable = unprinted.isEmpty() ? markup : typeface.printable(markup(sheet.naming(unprinted)));
        free.acquireUninterruptibly();
        try {
            return pdf(SafeXml.builder().parse(new InputSource(new StringReader(printable))), sheet.proof());
        } catch (SAXException e) {
            throw new IllegalStateException("the template " + TEMPLATE + " does not give XHTML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free.release();
        }
    }

    private String markup(Sheet sheet) {
        return templates.process(
                TEMPLATE, new Context(Locale.forLanguageTag(sheet.lang()), Map.<String, Object>of("sheet", sheet)));
    }

    private byte[] pdf(Document page, Sheet.Proof proof) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFont(typeface::open, Typeface.FAMILY, NORMAL, FontStyle.NORMAL, true)
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Lianfu")
                .useExternalResourceAccessControl(
                        (address, type) -> address.startsWith("data:image/png;"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(page, "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            // the identifier of a file is drawn from this number instead of from the time of printing
            document.setDocumentId(Long.parseUnsignedLong(proof.hash().substring(0, 16), 16));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
