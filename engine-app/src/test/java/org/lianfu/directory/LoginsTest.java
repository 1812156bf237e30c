package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which logins would put a person's number into the trail. */
class LoginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001",
                "138-0000-0001",
                "8613800000001",
                "zz.13800000001",
                "430200199001011234",
                "43020019900101123x",
                "430200900101123",
                "p430200199001011234"
            })
    void aNumberOfAPersonIsRefused(String login) {
        assertThat(login).matches(Logins.FORM);
        assertThat(Logins.isPersonal(login)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz.zhangwei", "bank.a.rm", "clerk2026", "u12345678", "12800000001", "1380000000"})
    void anyOtherLoginPasses(String login) {
        assertThat(Logins.isPersonal(login)).isFalse();
    }
}
