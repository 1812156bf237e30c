package org.lianfu.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Actor;

class EntryTest {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:,@/+-]{0,120}");
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("[0-9]{11,}");

    @Test
    void aCodeIsWhatTheTwoPatternsSay() {
        Random random = new Random(11);
        String often = "0123456789012345678901234567890123456789abyzABYZ._:,@/+-";
        String seldom = " ;`{[^~@/:\u0000\u00e9\uff11\u0661中\"";
        int codes = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(i % 10 == 0 ? 125 : 24); n > 0; n--) {
                String from = random.nextInt(40) == 0 ? seldom : often;
                text.append(from.charAt(random.nextInt(from.length())));
            }
            boolean expected = CODE.matcher(text).matches()
                    && !NUMBER_OF_A_PERSON.matcher(text).find();
            codes += expected ? 1 : 0;
            assertThat(Entry.isCode(text.toString())).as("%s", text).isEqualTo(expected);
        }
        assertThat(codes).isBetween(20_000, 180_000);
        for (int length = 118; length < 123; length++) {
            assertThat(Entry.isCode("a".repeat(length))).isEqualTo(length <= 120);
        }
        assertThat(Entry.isCode("a1234567890")).isTrue();
        assertThat(Entry.isCode("12345678901")).isFalse();
        assertThat(Entry.isCode(null)).isFalse();
    }

    @Test
    void aTelephoneNumberOrProseDoesNotStandInClear() {
        Entry entry = Entry.of("task.completed", Actor.SYSTEM);
        assertThatThrownBy(() -> entry.data("note", "13812345678")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry.data("note", "two words")).isInstanceOf(IllegalArgumentException.class);
    }
}
