package org.lianfu.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;

class LeafTest {

    private static final Actor APPROVER = new Actor("bank.a.approver", "BANK-A", Set.of("BANK_APPROVER"), "pwd");
    private static final Chain START = Chain.start(new Subject("case", "IPP-2026-430204-000123"));
    private static final Instant AT = Instant.parse("2026-11-24T02:10:00.123456789Z");
    private static final String ID = "01936f5e-0000-7000-8000-000000000001";
    private static final String FILE = "ab".repeat(32);

    private static final String KNOWN = "{\"actor\":{\"auth\":\"pwd\",\"id\":\"bank.a.approver\",\"org\":\"BANK-A\","
            + "\"role\":\"BANK_APPROVER\"},\"amt\":\"30000000\",\"at\":\"2026-11-24T02:10:00.123456Z\","
            + "\"aud\":\"APPLICANT,BANK\",\"chain\":{\"id\":\"IPP-2026-430204-000123\",\"kind\":\"case\"},\"cur\":\"CNY\","
            + "\"data\":{\"element\":\"decideCredit\"},\"ev\":[{\"kind\":\"file\",\"sha256\":\"" + FILE + "\"}],"
            + "\"from\":\"IN_REVIEW\",\"id\":\"" + ID + "\",\"log\":\"test.example/1\","
            + "\"model\":{\"key\":\"loan-ip-pledge\",\"sha256\":\"" + FILE + "\",\"ver\":\"1\"},"
            + "\"prev\":\"" + "0".repeat(64) + "\",\"priv\":\"" + FILE + "\",\"seq\":\"1\","
            + "\"subj\":{\"id\":\"s-1\",\"kind\":\"step\"},\"to\":\"APPROVED\",\"type\":\"credit.approved\",\"v\":1}";

    private static Entry full() {
        return Entry.of("credit.approved", APPROVER)
                .move("IN_REVIEW", "APPROVED")
                .amount(Money.ofYuan("300000"))
                .about("step", "s-1")
                .evidence("file", FILE)
                .model(new ProgramRef("loan-ip-pledge", "1"), FILE)
                .data("element", "decideCredit")
                .audience(Audience.BANK, Audience.APPLICANT);
    }

    @Test
    void theBytesOfAKnownEntryAreTheseAndNoOthers() {
        byte[] bytes = Leaf.bytes("test.example/1", ID, START, AT, full(), FILE);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(KNOWN);
    }

    /** SHA-256 over one zero byte and the bytes, as sha256sum says; the empty leaf is the one of RFC 6962. */
    @Test
    void theLeafHashIsTheOneOfRfc9162() {
        assertThat(Leaf.hash(new byte[0]))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Leaf.hash(KNOWN.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("9aa8f06078771dd51a1531126f9c5540358f2803d026f02c978887820c00a016");
    }

    @Test
    void aCommitmentBindsSaltAndDetails() {
        byte[] salt = new byte[32];
        byte[] details = "{\"name\":\"李某\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Leaf.commitment(salt, details))
                .isEqualTo("674894ab89f3605673f5bfb5faeb5af89f27cd10d3337ef42723a3abe6a0a411");
        salt[31] = 1;
        assertThat(Leaf.commitment(salt, details))
                .isNotEqualTo("674894ab89f3605673f5bfb5faeb5af89f27cd10d3337ef42723a3abe6a0a411");
    }

    /** Vectors of the test data beside RFC 8785. */
    @Test
    void jsonIsCanonicalAsInRfc8785() {
        assertThat(new String(
                        Canonical.bytes(Map.of(
                                "€", "Euro Sign",
                                "\r", "Carriage Return",
                                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                                "1", "One",
                                "😀", "Emoji: Grinning Face",
                                "\u0080", "Control",
                                "ö", "Latin Small Letter O With Diaeresis")),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(new String(Canonical.bytes(Map.of("s", "€$\u000f\nA'B\"\\\\\"/")), StandardCharsets.UTF_8))
                .isEqualTo("{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void numbersInDetailsBecomeStringsBecauseCanonicalNumbersWouldRound() {
        byte[] bytes = Canonical.details(
                Map.of("fen", 9007199254740993L, "rate", new BigDecimal("3.450"), "list", List.of(1), "yes", true));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("{\"fen\":\"9007199254740993\",\"list\":[\"1\"],\"rate\":\"3.450\",\"yes\":true}");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        byte[] bytes = Leaf.bytes("test.example/1", ID, START, AT, full(), FILE);
        Recorded read = Leaf.recorded(bytes, Leaf.hash(bytes), null);
        assertThat(read.amount()).isEqualTo(Money.ofYuan("300000"));
        assertThat(read.at()).isEqualTo(Instant.parse("2026-11-24T02:10:00.123456Z"));
        assertThat(read.audience()).containsExactlyInAnyOrder(Audience.APPLICANT, Audience.BANK);
        assertThat(read.about()).isEqualTo(new Subject("step", "s-1"));
        assertThat(read.model()).isEqualTo(new Entry.Model(new ProgramRef("loan-ip-pledge", "1"), FILE));
        assertThat(read.data()).containsEntry("element", "decideCredit");
        assertThat(read.hasDetails()).isTrue();
        assertThat(read.seq()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "null",
                "{\"v\":1}",
                "@\"v\":1@\"v\":2@",
                "@\"v\":1@\"v\":\"1\"@",
                "@\"v\":1@\"v\":1,\"w\":\"x\"@",
                "@\"seq\":\"1\"@\"seq\":1@",
                "@\"to\":\"APPROVED\"@\"to\":null@",
                "@\"to\":\"APPROVED\",@\"to\":\"APPROVED\",\"to\":\"APPROVED\",@",
                "@\"subj\":{\"id\"@\"subj\":{\"extra\":\"x\",\"id\"@",
                "@\"element\":\"decideCredit\"@\"element\":[\"decideCredit\"]@",
                "@\"log\":@ \"log\":@",
                "@\"prev\":@\"x\":@",
            })
    void whateverIsNotAnEntryOfThisVersionIsRefused(String text) {
        String changed = text;
        if (text.startsWith("@")) {
            String[] parts = text.split("@");
            assertThat(KNOWN).contains(parts[1]);
            changed = KNOWN.replace(parts[1], parts[2]);
        }
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Leaf.read(bytes)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李某", "同意 放款", "13800000000", "430204199001010012", "a b", "a\nb", "<b>"})
    void proseAndNumbersOfPeopleMayNotStandInClear(String value) {
        Entry entry = Entry.of("credit.approved", APPROVER);
        assertThatThrownBy(() -> entry.data("note", value)).hasMessageContaining("not a code");
        assertThatThrownBy(() -> entry.move(value, "X")).hasMessageContaining("not a code");
    }

    @Test
    void anEntryIsImmutable() {
        Entry entry = Entry.of("credit.approved", APPROVER);
        entry.amount(Money.ZERO).data("a", "b").details(Map.of("x", "y"));
        assertThat(entry.amount).isNull();
        assertThat(entry.data).isEmpty();
        assertThat(entry.details).isEmpty();
    }
}
