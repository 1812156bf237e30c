package org.lianfu.program.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianfu.shared.Digest;

/**
 * All files of one version of one program 项目包, with the shared parts and forms that it uses.
 *
 * @param code code of the program, which names its folders
 * @param files content by path, for example {@code forms/loan-ip-pledge/apply.form}
 */
public record Pack(String code, SortedMap<String, byte[]> files) {

    private static final String FEATURE = ".feature";

    public Pack {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Path of a file of its own process folder. */
    public String path(String file) {
        return "processes/" + code + "/" + file;
    }

    /** Path of the diagram. */
    public String diagram() {
        return path(code + ".bpmn");
    }

    /** Path of a form: the program's own before a shared one; null when there is neither. */
    public String form(String name) {
        String own = "forms/" + code + "/" + name + ".form";
        String shared = "forms/shared/" + name + ".form";
        return files.containsKey(own) ? own : files.containsKey(shared) ? shared : null;
    }

    /** Paths of all forms by name. */
    public SortedMap<String, String> forms() {
        SortedMap<String, String> forms = new TreeMap<>();
        for (String path : files.keySet()) {
            if (path.startsWith("forms/") && path.endsWith(".form")) {
                String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".form".length());
                forms.put(name, form(name));
            }
        }
        return forms;
    }

    /** Paths of all decision tables. */
    public List<String> decisions() {
        return files.keySet().stream()
                .filter(path -> path.startsWith("processes/") && path.endsWith(".dmn"))
                .toList();
    }

    /** Path of a shared part. */
    public static String part(String name) {
        return "processes/shared/" + name + ".bpmn";
    }

    /** Path of the English of a shared part. */
    public static String english(String part) {
        return "processes/shared/" + part + ".en.properties";
    }

    /** Content of a file, null when the pack has none of this path. */
    public byte[] bytes(String path) {
        return path == null ? null : files.get(path);
    }

    /** Text of a file, empty when the pack has none of this path. */
    public String text(String path) {
        byte[] content = bytes(path);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    /**
     * SHA-256 over path, length and content of every file that a case can read. Scenarios and examples prove a program
     * and change nothing for a case, so they stay outside: proof may improve without a new version.
     */
    public String sha256() {
        MessageDigest digest = Digest.sha256();
        files.forEach((path, content) -> {
            if (!isProof(path)) {
                digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether a file proves the program and is never read for a case. */
    public boolean isProof(String path) {
        return path.endsWith(FEATURE) || path.equals(path("example.json"));
    }

    /** The same pack with the shared files that its diagram, its parts and their steps name. */
    Pack withShared(Map<String, byte[]> library) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        addShared(library, all, diagram(), new HashSet<>());
        return new Pack(code, all);
    }

    private void addShared(Map<String, byte[]> library, Map<String, byte[]> all, String diagram, Set<String> seen) {
        if (!seen.add(diagram) || !library.containsKey(diagram)) {
            return;
        }
        for (String form : Names.in(library.get(diagram), "formKey")) {
            if (!all.containsKey("forms/" + code + "/" + form + ".form")) {
                take(library, all, "forms/shared/" + form + ".form");
                take(library, all, "forms/shared/" + form + ".en.properties");
            }
        }
        for (String called : Names.in(library.get(diagram), "calledElement")) {
            String name = called.replaceFirst("^part:", "");
            take(library, all, part(name));
            take(library, all, english(name));
            take(library, all, "processes/shared/" + name + FEATURE);
            addShared(library, all, part(name), seen);
        }
    }

    private static void take(Map<String, byte[]> library, Map<String, byte[]> all, String path) {
        if (library.containsKey(path)) {
            all.put(path, library.get(path));
        }
    }
}
