package org.lianfu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, cursors, pages and entity tags. */
class ListingTest {

    @Test
    void aLimitIsOneToHundred() {
        assertThat(Limit.of(null)).isEqualTo(20);
        assertThat(Limit.of(1)).isEqualTo(1);
        assertThat(Limit.of(100)).isEqualTo(100);
        assertThatThrownBy(() -> Limit.of(0)).hasMessageContaining("http.malformed");
        assertThatThrownBy(() -> Limit.of(101)).hasMessageContaining("http.malformed");
    }

    @Test
    void aCursorGivesBackItsParts() {
        String cursor = Cursor.write("tasks.todo", 1732410000000000L, "限-a");
        assertThat(Cursor.read("tasks.todo", cursor)).containsExactly("1732410000000000", "限-a");
        assertThat(Cursor.read("tasks.todo", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "####", "YWJjZGVmZ2hpamts", "0000"})
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.read("tasks.todo", cursor)).hasMessageContaining("http.malformed");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = Cursor.write("tasks.todo", 1);
        assertThatThrownBy(() -> Cursor.read("tasks.done", cursor)).hasMessageContaining("http.malformed");
    }

    @Test
    void aPageIsCutFromOneMore() {
        assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), "2"));
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), null));
    }

    @Test
    void ifMatchIsAskedForAndCompared() {
        assertThat(Etags.of(3)).isEqualTo("\"3\"");
        assertThatCode(() -> Etags.check("\"3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Etags.check("\"1\", \"3\"", 3)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Etags.check(null, 3)).hasMessageContaining("http.if-match-missing");
        assertThatThrownBy(() -> Etags.check("\"2\"", 3)).hasMessageContaining("http.if-match-stale");
        assertThatThrownBy(() -> Etags.check("W/\"3\"", 3)).hasMessageContaining("http.if-match-stale");
        assertThatThrownBy(() -> Etags.check("rubbish", 3)).hasMessageContaining("http.if-match-stale");
    }
}
