package org.lianfu.program.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lianfu.flow.Decisions;
import org.lianfu.program.Finding;
import org.lianfu.program.PackGate;
import org.lianfu.shared.ProgramRef;

class LoanPackTest {

    @Test
    void isFree() {
        PackGate gate = new PackGate() {
            @Override
            public List<Finding> check(String file, byte[] xml) {
                return List.of();
            }

            @Override
            public String build(String file, byte[] model, Function<String, byte[]> parts) {
                return new String(model, StandardCharsets.UTF_8);
            }

            @Override
            public void deploy(ProgramRef ref, String builtModel) {}

            @Override
            public List<Finding> checkDecision(String file, byte[] dmn) {
                return List.of();
            }
        };
        Decisions decisions = new Decisions() {
            @Override
            public List<Row> evaluate(ProgramRef program, String decision, Map<String, Object> facts) {
                return List.of();
            }

            @Override
            public boolean holds(String condition, Map<String, Object> facts) {
                return false;
            }
        };
        var verdict = new PackVerifier(gate, decisions, Offices.ANY).verify(Library.of(Path.of("..")).pack("loan-ip-pledge"));
        verdict.findings().forEach(System.out::println);
        assertThat(verdict.findings()).isEmpty();
    }
}
