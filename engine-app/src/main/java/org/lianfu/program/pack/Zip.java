package org.lianfu.program.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A pack as one zip file: how a version is stored whole. */
public final class Zip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 16 << 20;

    private Zip() {}

    public static byte[] pack(Pack pack) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : pack.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException when it is no zip file, has paths that leave it or more than a pack may hold */
    public static Pack unpack(String code, byte[] zip) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new IllegalArgumentException("the pack holds more than " + MOST_FILES + " files or 16 MB");
                }
                if (!entry.getName().matches("(processes|forms)/[\\w.\\-/]+")
                        || entry.getName().contains("..")) {
                    throw new IllegalArgumentException("a pack has no file " + entry.getName());
                }
                files.put(entry.getName(), content);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a zip file: " + e.getMessage(), e);
        }
        return new Pack(code, files);
    }
}
