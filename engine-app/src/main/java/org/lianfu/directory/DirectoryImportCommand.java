package org.lianfu.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lianfu.directory.DirectoryDesk.Entered;
import org.lianfu.http.Messages;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Command;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * {@code ./lianfu directory import FILE}: loads a directory file, or every {@code .yaml} of a folder in the order of their
 * names. Each file goes in whole or not at all; its faults are printed with their lines.
 */
@Component
class DirectoryImportCommand implements Command {

    private final DirectoryImport imports;
    private final Messages messages;

    DirectoryImportCommand(DirectoryImport imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "directory-import";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            System.err.println("用法 usage: ./lianfu directory import FILE");
            return 2;
        }
        try {
            for (Path file : files(whereTheCallerStood(arguments.get(0)))) {
                if (!load(file)) {
                    return 1;
                }
            }
            return 0;
        } catch (IOException e) {
            System.err.println("无法读取 cannot be read: " + e.getMessage());
            return 2;
        }
    }

    /** The script changes into its own folder; a relative path is meant from where it was called. */
    private static Path whereTheCallerStood(String path) {
        String before = System.getenv("OLDPWD");
        Path there = before == null ? Path.of(path) : Path.of(before).resolve(path);
        return Files.exists(there) ? there : Path.of(path);
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private boolean load(Path file) throws IOException {
        try {
            Entered entered = imports.load(Files.readString(file), false, Actor.SYSTEM);
            System.out.printf(
                    "%s: 机构 organisations %d, 企业 firms %d, 人员 people %d, 岗位 posts %d, 项目 programs %d (新增或变更 new or changed)%n",
                    file, entered.orgs(), entered.firms(), entered.people(), entered.posts(), entered.services());
            return true;
        } catch (Refused refused) {
            String key = "refusal." + refused.refusal().code();
            System.err.println(file + ": " + messages.text(key, Locale.SIMPLIFIED_CHINESE, refused.arguments()));
            System.err.println(file + ": " + messages.text(key, Locale.ENGLISH, refused.arguments()));
            refused.faults().forEach(fault -> print(file, fault));
            return false;
        }
    }

    private void print(Path file, Fault fault) {
        String key = "fault." + fault.code();
        System.err.printf(
                "%s:%s %s%n    %s%n    %s%n",
                file,
                fault.arguments().getOrDefault("line", "1"),
                fault.pointer(),
                messages.text(key, Locale.SIMPLIFIED_CHINESE, fault.arguments()),
                messages.text(key, Locale.ENGLISH, fault.arguments()));
    }
}
