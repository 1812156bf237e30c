package org.lianfu.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What a hostile model would like to run: leaves a file behind when it is made and when it is called. */
public class Bait implements JavaDelegate, ExecutionListener {

    static final Path CANARY = Path.of(
            System.getProperty("java.io.tmpdir"),
            "lianfu-canary-" + ProcessHandle.current().pid());

    public Bait() {
        sing();
    }

    @Override
    public void execute(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateExecution execution) {
        sing();
    }

    static void sing() {
        try {
            Files.writeString(CANARY, "sung");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
