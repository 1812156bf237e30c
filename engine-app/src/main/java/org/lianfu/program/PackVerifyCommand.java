package org.lianfu.program;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lianfu.http.Messages;
import org.lianfu.program.pack.Library;
import org.lianfu.program.pack.PackVerifier;
import org.lianfu.shared.Command;
import org.springframework.stereotype.Component;

/**
 * {@code ./lianfu pack verify <folder> [program]}: holds the packs of a folder against every rule and stores nothing. Exit 0
 * when all keep them, 1 when one does not, 2 when there is none.
 */
@Component
class PackVerifyCommand implements Command {

    private final PackVerifier verifier;
    private final FindingWords words;
    private final Messages messages;

    PackVerifyCommand(PackVerifier verifier, Messages messages) {
        this.verifier = verifier;
        this.words = new FindingWords(messages);
        this.messages = messages;
    }

    @Override
    public String name() {
        return "pack-verify";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2 || !Files.isDirectory(Path.of(arguments.get(0)))) {
            say(System.err, "pack.verify.usage", Map.of());
            return 2;
        }
        String folder = arguments.get(0);
        Library own = Library.of(Path.of(folder));
        SortedSet<String> codes = new TreeSet<>(own.codes());
        if (codes.isEmpty()) {
            say(System.err, "pack.verify.none", Map.of("folder", folder));
            return 2;
        }
        if (arguments.size() == 2) {
            String wanted = arguments.get(1);
            if (!codes.contains(wanted)) {
                say(
                        System.err,
                        "pack.verify.unknown",
                        Map.of("folder", folder, "program", wanted, "programs", String.join(", ", codes)));
                return 2;
            }
            codes.removeIf(code -> !code.equals(wanted));
        }
        Library library = Library.ofRelease().shared().under(own);
        return codes.stream().filter(code -> !isSound(library, code)).count() == 0 ? 0 : 1;
    }

    private boolean isSound(Library library, String code) {
        PackVerifier.Verdict verdict = verifier.verify(library.pack(code));
        verdict.findings().forEach(finding -> System.out.println(words.told(finding)));
        if (verdict.program() == null) {
            say(
                    System.out,
                    "pack.verify.broken",
                    Map.of("program", code, "count", verdict.findings().size()));
            return false;
        }
        say(
                System.out,
                "pack.verify.sound",
                Map.of("program", code, "version", verdict.program().ref().version()));
        return true;
    }

    private void say(PrintStream to, String key, Map<String, ?> arguments) {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            to.println(messages.text(key, locale, arguments));
        }
    }
}
