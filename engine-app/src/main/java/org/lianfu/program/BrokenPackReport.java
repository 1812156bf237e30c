package org.lianfu.program;

import java.util.stream.Collectors;
import org.lianfu.http.Messages;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console, instead of a stack trace, which packs stopped the start and why. */
class BrokenPackReport extends AbstractFailureAnalyzer<BrokenPack> {

    private static String told(BrokenPack broken) {
        FindingWords words = new FindingWords(new Messages());
        return broken.findings().stream().map(words::told).collect(Collectors.joining("\n\n"));
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, BrokenPack broken) {
        return new FailureAnalysis(
                "项目包未通过检查 a program pack was refused:\n\n" + told(broken),
                "改正以上各处后重新启动；已存版本的内容变化须使用新的版本号。 "
                        + "Mend each of these and start again; a stored version that changes needs a new version number.",
                broken);
    }
}
