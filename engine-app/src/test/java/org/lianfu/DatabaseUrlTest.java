package org.lianfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseUrlTest {

    private static final String BASE = "jdbc:mysql://127.0.0.1:3306/lianfu";
    private static final String FLAGS = "nullDatabaseMeansCurrent=true&sendFractionalSeconds=false";

    @Test
    void completesWhatIsMissing() {
        assertThat(DatabaseUrl.completed(BASE)).isEqualTo(BASE + "?" + FLAGS);
        assertThat(DatabaseUrl.completed(BASE + "?useSSL=true")).isEqualTo(BASE + "?useSSL=true&" + FLAGS);
        assertThat(DatabaseUrl.completed(BASE + "?sendFractionalSeconds=false"))
                .isEqualTo(BASE + "?sendFractionalSeconds=false&nullDatabaseMeansCurrent=true");
        assertThat(DatabaseUrl.completed(BASE + "?" + FLAGS)).isEqualTo(BASE + "?" + FLAGS);
    }

    @Test
    void leavesOtherDatabasesAlone() {
        assertThat(DatabaseUrl.completed("jdbc:h2:mem:x")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void stopsAtAContradictionAndSaysWhich() {
        assertThatThrownBy(() -> DatabaseUrl.completed(BASE + "?sendFractionalSeconds=true"))
                .hasMessageContaining("sendFractionalSeconds=true")
                .hasMessageContaining("sendFractionalSeconds=false");
        assertThatThrownBy(() -> DatabaseUrl.completed(BASE + "?NullDatabaseMeansCurrent=false"))
                .hasMessageContaining("nullDatabaseMeansCurrent");
        assertThatThrownBy(() -> DatabaseUrl.completed("jdbc:mariadb://h/lianfu"))
                .hasMessageContaining("jdbc:mysql://h/lianfu");
    }

    @Test
    void aServerProfileWithoutAnAddressDoesNotStart() {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("mysql");
        assertThatThrownBy(() -> new DatabaseUrl().postProcessEnvironment(environment, new SpringApplication()))
                .hasMessageContaining("LIANFU_DB_URL is not set");
    }
}
