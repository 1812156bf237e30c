package org.lianfu.program.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Packs as their authors keep them: the folders {@code processes/} and {@code forms/}, each program's own beside what is
 * {@code shared}.
 *
 * @param files every file by its path, for example {@code processes/loan-ip-pledge/program.yaml}
 */
public record Library(SortedMap<String, byte[]> files) {

    private static final Pattern OF_PROGRAM = Pattern.compile("processes/([^/]+)/program\\.yaml");
    private static final Pattern IN_LIBRARY = Pattern.compile("(?:^|.*/)((?:processes|forms)/.+)");

    public Library {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The folders {@code processes} and {@code forms} below {@code root}. */
    public static Library of(Path root) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String folder : new String[] {"processes", "forms"}) {
            if (!Files.isDirectory(root.resolve(folder))) {
                continue;
            }
            try (Stream<Path> found = Files.walk(root.resolve(folder))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Library(files);
    }

    /** The packs that this release brings along. */
    public static Library ofRelease() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver(Library.class.getClassLoader());
            for (String folder : new String[] {"processes", "forms"}) {
                for (Resource file : resolver.getResources("classpath:" + folder + "/**/*.*")) {
                    Matcher path = IN_LIBRARY.matcher(file.getURL().getPath());
                    if (file.isReadable() && path.matches()) {
                        files.put(path.group(1), file.getContentAsByteArray());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Library(files);
    }

    /** Both together. */
    public Library plus(Library other) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        other.files.forEach((path, content) -> {
            if (all.put(path, content) != null) {
                throw new IllegalArgumentException("two packs bring the same file " + path);
            }
        });
        return new Library(all);
    }

    /** Only what every program may use. */
    public Library shared() {
        SortedMap<String, byte[]> shared = new TreeMap<>(files);
        shared.keySet().removeIf(path -> !path.matches("(processes|forms)/shared/.*"));
        return new Library(shared);
    }

    /** Both together; where both bring a file, that of {@code upper} holds. */
    public Library under(Library upper) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.putAll(upper.files);
        return new Library(all);
    }

    /** Codes of the programs that have a folder here. */
    public SortedSet<String> codes() {
        SortedSet<String> codes = new TreeSet<>();
        for (String path : files.keySet()) {
            Matcher program = OF_PROGRAM.matcher(path);
            if (program.matches()) {
                codes.add(program.group(1));
            }
        }
        return codes;
    }

    /** The pack of one program: its own two folders, and of what is shared only what it uses. */
    public Pack pack(String code) {
        SortedMap<String, byte[]> own = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("processes/" + code + "/")
                    || file.getKey().startsWith("forms/" + code + "/")) {
                own.put(file.getKey(), file.getValue());
            }
        }
        return new Pack(code, own).withShared(files);
    }
}
