package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Fault;

class RosterReaderTest {

    private static Map<String, String> faults(String yaml) {
        RosterReader reader = new RosterReader(Instant.EPOCH);
        reader.read(yaml);
        return reader.faults().stream()
                .collect(Collectors.toMap(
                        Fault::pointer,
                        fault -> fault.code() + " line " + fault.arguments().get("line"),
                        (a, b) -> a + "; " + b,
                        TreeMap::new));
    }

    @Test
    void tellsEveryFaultWithItsLineAtOnce() {
        assertThat(faults("""
                        orgs:
                          - {code: bank x, type: BANQUE, name: {zh: 某银行}}
                        firms:
                          - uscc: 91430200MI4TE5T13J
                            name: {zh: 甲, en: A}
                            legalRep: 乙
                            region: 4302
                            regStatus: 在
                            established: 2020-13-01
                            sizeClass: 小
                            taxGrade: A
                            source: x
                            dishonest: maybe
                            inChain: true
                        people:
                          - login: Bank X
                            org: BANK_X
                            name: {zh: 赵, en: Zhao}
                            password: abcdefg
                            rank: 3
                        """))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("/orgs/0/code", "import.value line 2"),
                        Map.entry("/orgs/0/type", "import.value line 2"),
                        Map.entry("/orgs/0/name/en", "import.missing line 2"),
                        Map.entry("/firms/0/uscc", "uscc.character line 4"),
                        Map.entry("/firms/0/region", "import.value line 7"),
                        Map.entry("/firms/0/regStatus", "import.value line 8"),
                        Map.entry("/firms/0/established", "import.value line 9"),
                        Map.entry("/firms/0/dishonest", "import.value line 13"),
                        Map.entry("/people/0/login", "import.value line 16"),
                        Map.entry("/people/0/password", "password.short line 19"),
                        Map.entry("/people/0/rank", "import.unknown line 20")));
    }

    @Test
    void aWrongCheckDigitOnlyWarns() {
        RosterReader reader = new RosterReader(Instant.EPOCH);
        reader.read("orgs:\n  - {code: BANK_X, type: BANK, name: {zh: 某, en: X}, uscc: 91430200MA4TE5T13K}");
        assertThat(reader.faults()).allMatch(Fault::warning).isNotEmpty();
    }

    @Test
    void brokenYamlIsNamedByLine() {
        assertThat(faults("orgs:\n  - {code: A\npeople: [")).containsValue("import.yaml line 3");
        assertThat(faults("just text")).containsEntry("", "import.mapping line 1");
        assertThat(faults("orgs: x")).containsEntry("/orgs", "import.list line 1");
        assertThat(faults("")).isEmpty();
    }
}
