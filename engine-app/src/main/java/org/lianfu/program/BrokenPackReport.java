package org.lianfu.program;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console, instead of a stack trace, which packs stopped the start and why. */
class BrokenPackReport extends AbstractFailureAnalyzer<BrokenPack> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BrokenPack broken) {
        return new FailureAnalysis(
                "项目包未通过检查 a program pack was refused:\n\n" + broken.getMessage(),
                "改正以上各处后重新启动；已存版本的内容变化须使用新的版本号。 "
                        + "Mend each of these and start again; a stored version that changes needs a new version number.",
                broken);
    }
}
