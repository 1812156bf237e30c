package org.lianfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.CannotStart;
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
    void aContradictionIsFoundWhereverItStandsAndToldInBothLanguages() {
        for (String url : List.of(
                BASE + "?sendFractionalSeconds=true",
                BASE + "?" + FLAGS + "&sendFractionalSeconds=true",
                BASE + "?useSSL=false& sendFractionalSeconds = TRUE",
                "jdbc:mysql://(host=h,port=3306,sendFractionalSeconds=true)/lianfu",
                "jdbc:mysql://address=(host=h)(sendFractionalSeconds=true)/lianfu?" + FLAGS)) {
            assertThatThrownBy(() -> DatabaseUrl.completed(url))
                    .as(url)
                    .isInstanceOfSatisfying(CannotStart.class, told -> {
                        assertThat(told.what()).contains("与流程引擎的要求相反", "which the engine cannot work with");
                        assertThat(told.mend()).contains("去掉该参数", "Leave it out");
                    });
        }
        assertThat(DatabaseUrl.completed(BASE + "?xsendFractionalSeconds=true&" + FLAGS))
                .isEqualTo(BASE + "?xsendFractionalSeconds=true&" + FLAGS);
    }

    @Test
    void aPasswordInTheAddressIsNotRepeated() {
        for (String url : List.of(
                "jdbc:mariadb://h/lianfu?user=u&password=secret9",
                BASE + "?password=secret9&sendFractionalSeconds=true")) {
            assertThatThrownBy(() -> DatabaseUrl.completed(url))
                    .isInstanceOf(CannotStart.class)
                    .satisfies(told -> assertThat(told.getMessage()).doesNotContain("secret9"));
        }
    }

    @Test
    void aServerProfileWithoutAnAddressDoesNotStart() {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("mysql");
        assertThatThrownBy(() -> new DatabaseUrl().postProcessEnvironment(environment, new SpringApplication()))
                .hasMessageContaining("LIANFU_DB_URL is not set");
    }
}
