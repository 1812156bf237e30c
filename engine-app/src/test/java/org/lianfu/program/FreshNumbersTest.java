package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.PatentNo;

/** Numbers of examples that no two cases share. */
class FreshNumbersTest {

    @Test
    void a_serial_is_the_same_in_one_reading_and_another_in_the_next() {
        Map<String, Object> example = Map.of("a", "JK-{serial}", "b", Map.of("c", "ZY-{serial}"), "d", 7);

        Map<String, Object> first = FreshNumbers.in(example);
        assertThat(first.get("a")).asString().matches("JK-[0-9]{6}");
        assertThat(first.get("b"))
                .isEqualTo(Map.of("c", first.get("a").toString().replace("JK", "ZY")));
        assertThat(first).containsEntry("d", 7);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> FreshNumbers.in(example).get("a"))
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void a_patent_number_gets_its_check_digit() {
        for (int i = 0; i < 50; i++) {
            String number =
                    FreshNumbers.in(Map.of("p", "ZL202319{serial}.{check}")).get("p");
            assertThat(PatentNo.check("", number)).isEmpty();
        }
    }
}
