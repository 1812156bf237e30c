package org.lianfu.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    record Whole(
            String caseNo, int count, Integer maybe, long at, Long due, boolean open, byte[] body, LocalDate onDay) {}

    record Inner(String id, String outerId, Long due) {}

    record Outer(String id, Inner inner, Inner other) {}

    record Strange(Optional<String> value) {}

    static class Filled {
        String no;
        int version = 7;
        Long paid;
        String untouched = "as it was";
    }

    enum Colour {
        RED
    }

    @Test
    void everyTypeOfColumnIsReadUnderItsNameAndNullStaysNull() throws SQLException {
        Whole row = (Whole) read(
                        Whole.class,
                        "select true as OPEN, 3 as count, null as maybe, 'K-1' as case_no, 4000000000 as at, null as due,"
                                + " x'00ff' as body, date '2026-02-28' as on_day, 'more' as extra")
                .get(0);

        assertThat(row.caseNo()).isEqualTo("K-1");
        assertThat(row.count()).isEqualTo(3);
        assertThat(row.maybe()).isNull();
        assertThat(row.at()).isEqualTo(4_000_000_000L);
        assertThat(row.due()).isNull();
        assertThat(row.open()).isTrue();
        assertThat(row.body()).containsExactly(0, 255);
        assertThat(row.onDay()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void aRecordInARecordTakesTheColumnsThatBeginWithItsName() throws SQLException {
        assertThat(read(
                        Outer.class,
                        "select 'o' as id, 'i' as inner_id, 'io' as inner_outer_id, 5 as inner_due, 'x' as other_id,"
                                + " 'xo' as other_outer_id, null as other_due"))
                .isEqualTo(List.of(new Outer("o", new Inner("i", "io", 5L), new Inner("x", "xo", null))));
    }

    @Test
    void aClassKeepsWhatTheRowDoesNotGive() throws SQLException {
        Filled row = (Filled) read(Filled.class, "select 'n' as no, null as version, 9 as paid, 1 as more")
                .get(0);

        assertThat(row.no).isEqualTo("n");
        assertThat(row.version).isEqualTo(7);
        assertThat(row.paid).isEqualTo(9L);
        assertThat(row.untouched).isEqualTo("as it was");
    }

    @Test
    void aRecordWithoutAColumnForAComponentSaysWhichOne() {
        assertThatThrownBy(() -> read(Inner.class, "select 'i' as id, 5 as due"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outerId")
                .hasMessageContaining("Inner");
    }

    @Test
    void aNullWhereANumberIsNeededSaysWhichOne() {
        assertThatThrownBy(() -> read(
                        Whole.class,
                        "select true as open, null as count, 1 as maybe, 'K' as case_no, 4 as at, 5 as due, x'00' as body,"
                                + " date '2026-02-28' as on_day"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("count");
    }

    @Test
    void typesThatNoColumnGivesAreLeftAlone() {
        assertThat(Plan.isFor(Whole.class)).isTrue();
        assertThat(Plan.isFor(Outer.class)).isTrue();
        assertThat(Plan.isFor(Filled.class)).isTrue();
        assertThat(Plan.isFor(Strange.class)).isFalse();
        assertThat(Plan.isFor(Colour.class)).isFalse();
        assertThat(Plan.isFor(String.class)).isFalse();
        assertThat(Plan.isFor(Long.class)).isFalse();
    }

    private static List<Object> read(Class<?> type, String sql) throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:;MODE=MySQL");
                Statement statement = h2.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Plan plan = Plan.of(type, rows.getMetaData());
            List<Object> objects = new ArrayList<>();
            while (rows.next()) {
                objects.add(plan.read(rows));
            }
            return objects;
        }
    }
}
