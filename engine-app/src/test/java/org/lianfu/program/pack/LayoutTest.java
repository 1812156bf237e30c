package org.lianfu.program.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped diagram can be read: nothing lies on something else, every line ends where it says, names keep clear. */
class LayoutTest {

    static Stream<Path> diagrams() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("../processes"))) {
            return files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingLiesOnSomethingElse(Path diagram) throws Exception {
        assertThat(new Layout(Files.readAllBytes(diagram)).faults()).isEmpty();
    }

    @Test
    void thereAreDiagrams() throws Exception {
        assertThat(diagrams()).hasSizeGreaterThan(5);
    }

    /** Each kind of fault, made in a diagram that has none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dc:Bounds x="850" y="405" width="100" height="80"/>|<dc:Bounds x="980" y="405" width="100" height="80"/>|releaseUndrawn lies on undrawn
            <di:waypoint x="870" y="405"/>|<di:waypoint x="870" y="395"/>|toReleaseUndrawn does not end at releaseUndrawn
            <di:waypoint x="870" y="405"/>|<di:waypoint x="870" y="600"/><di:waypoint x="1040" y="600"/><di:waypoint x="1040" y="410"/><di:waypoint x="870" y="405"/>|toReleaseUndrawn runs through undrawn
            <dc:Bounds x="892" y="350" width="54" height="14"/>|<dc:Bounds x="860" y="380" width="54" height="14"/>|the name of contractUnused lies on toReleaseUndrawn
            <dc:Bounds x="892" y="350" width="54" height="14"/>|<dc:Bounds x="892" y="420" width="54" height="14"/>|the name of contractUnused lies on releaseUndrawn
            <dc:Bounds x="892" y="350" width="54" height="14"/>|<dc:Bounds x="1020" y="465" width="54" height="14"/>|the name of contractUnused lies on the name of undrawn
            <dc:Bounds x="892" y="350" width="54" height="14"/>|<dc:Bounds x="892" y="204" width="54" height="14"/>|the name of contractUnused lies on the border of
            """)
    void eachFaultIsSeen(String old, String now, String fault) throws Exception {
        String good = Files.readString(Path.of("../processes/loan-ip-pledge/loan-ip-pledge.bpmn"));
        assertThat(good).contains(old);
        List<String> faults = new Layout(good.replace(old, now).getBytes(StandardCharsets.UTF_8)).faults();
        assertThat(faults).anySatisfy(found -> assertThat(found).startsWith(fault));
    }
}
