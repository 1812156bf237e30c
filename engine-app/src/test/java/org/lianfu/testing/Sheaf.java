package org.lianfu.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as they are met at the counter: good ones of each kind, and bad ones in good clothes. */
public final class Sheaf {

    public static final byte[] PDF = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);
    public static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    public static final byte[] JPG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
    public static final byte[] EXE =
            ("MZ" + "\0".repeat(58) + "This program cannot be run in DOS mode.").getBytes(StandardCharsets.ISO_8859_1);

    private static final String TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/%s\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";

    private Sheaf() {}

    public static byte[] xlsx() {
        return zip(types("xl/workbook.xml", "spreadsheetml.sheet"), part("xl/workbook.xml", "<workbook/>"));
    }

    public static byte[] docx() {
        return zip(types("word/document.xml", "wordprocessingml.document"), part("word/document.xml", "<document/>"));
    }

    /** As some office programs write it: the table of contents last, after a sheet of more than a megabyte. */
    public static byte[] xlsxWithItsContentsLast() {
        byte[] sheet = new byte[3 << 20];
        new Random(1).nextBytes(sheet);
        return zip(
                new Part("xl/worksheets/sheet1.xml", sheet),
                part("xl/workbook.xml", "<workbook/>"),
                types("xl/workbook.xml", "spreadsheetml.sheet"));
    }

    /** A workbook that runs programs when opened. */
    public static byte[] workbookWithMacros() {
        return zip(
                part(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.xml\""
                                + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
                part("xl/workbook.xml", "<workbook/>"));
    }

    /** Four hundred megabytes of nothing in a few hundred kilobytes, where the table of contents should be. */
    public static byte[] bomb() {
        return zip(new Part("[Content_Types].xml", new byte[400 << 20]));
    }

    public static byte[] archive() {
        return zip(part("run.sh", "rm"));
    }

    private static Part types(String part, String kind) {
        return part("[Content_Types].xml", TYPES.formatted(part, kind));
    }

    private static Part part(String name, String text) {
        return new Part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private record Part(String name, byte[] bytes) {}

    private static byte[] zip(Part... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
