package org.lianfu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;
import org.lianfu.rules.bad.GreedyMapper;

/** SQL names only its own module's tables, and runs on both databases. */
class SqlTest {

    private static final Path FILES = Path.of("..", "sql");
    private static final Pattern CREATE = Pattern.compile("(?is)create\\s+table\\s+(\\w+)\\s*\\(.*?;");

    @Test
    void aMapperNamesOnlyTheTablesOfItsModule() {
        List<String> foreign = new ArrayList<>();
        int statements = 0;
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lianfu")) {
            for (JavaMethod method : type.getMethods()) {
                String sql = sql(method);
                statements += sql.isEmpty() ? 0 : 1;
                foreign.addAll(foreign(module(type.getPackageName()), sql, method.getFullName()));
            }
        }
        assertThat(statements).as("the mappers were found").isGreaterThan(20);
        assertThat(foreign).isEmpty();
    }

    @Test
    void aMapperThatReadsAnotherModulesTableIsCaught() {
        List<String> caught = new ArrayList<>();
        for (JavaMethod method :
                new ClassFileImporter().importClass(GreedyMapper.class).getMethods()) {
            caught.addAll(foreign("outbox", sql(method), method.getName()));
        }
        assertThat(caught).hasSize(4).allMatch(line -> line.contains("app_case"));
    }

    @Test
    void statementsRunOnBothDatabases() {
        List<String> oneSided = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lianfu")
                .forEach(type -> type.getMethods().forEach(method -> Sql.oneSided(sql(method))
                        .forEach(found -> oneSided.add(method.getFullName() + ": " + found))));
        assertThat(oneSided).isEmpty();
        assertThat(Sql.oneSided("select date_format(a, '%Y'), if(a > 1, 2, 3), a || b from t"))
                .hasSize(3);
        assertThat(Sql.oneSided("select 'date_format(a)' from t <if test=\"a != null\">where (a)</if>"))
                .isEmpty();
    }

    /** Without one the database reads the whole table for each act, however many cases there are. */
    @Test
    void aChangeFindsItsRowsByTheFirstColumnOfAKey() throws IOException {
        Map<String, Set<String>> keys = new HashMap<>();
        for (Path file : schema()) {
            Sql.firstKeyColumns(Files.readString(file))
                    .forEach((table, columns) ->
                            keys.computeIfAbsent(table, t -> new TreeSet<>()).addAll(columns));
        }
        List<String> scanning = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lianfu")
                .forEach(type -> type.getMethods().forEach(method -> {
                    if (!Sql.findsByKey(sql(method), keys)) {
                        scanning.add(method.getFullName());
                    }
                }));
        assertThat(keys.get("rev_inbox")).containsExactly("case_no", "post", "seat_id");
        assertThat(scanning).isEmpty();
    }

    @Test
    void aChangeThatWouldReadTheWholeTableIsCaught() {
        Map<String, Set<String>> keys = Sql.firstKeyColumns("create table t (id int, a int, b int, primary key (id),"
                + " key t_a (a, b)); CREATE UNIQUE INDEX t_c ON t (c);");
        assertThat(keys).isEqualTo(Map.of("t", Set.of("id", "a", "c")));
        assertThat(Sql.findsByKey("delete from t where b = #{b}", keys)).isFalse();
        assertThat(Sql.findsByKey("update t set a = 1 where b = #{b} and d = 1", keys))
                .isFalse();
        assertThat(Sql.findsByKey("update t set b = 1", keys)).isFalse();
        assertThat(Sql.findsByKey("delete from t where a = #{a}", keys)).isTrue();
        assertThat(Sql.findsByKey("update t set b = 1 where d = 2 and c = #{c}", keys))
                .isTrue();
        assertThat(Sql.findsByKey("select * from t where b = 1 for update", keys))
                .isTrue();
    }

    @Test
    void aSchemaFileHoldsOneFamilyInTheCharsetThatKeepsEveryName() throws IOException {
        int tables = 0;
        for (Path file : schema()) {
            String text = Files.readString(file);
            String family = file.getFileName().toString().replaceAll("V\\d+__([a-z]+).*\\.sql", "$1");
            String prefix = Sql.PREFIXES.get(family);
            assertThat(prefix).as(file + " is named after a module").isNotNull();
            assertThat(foreign(family, text, file.toString())).isEmpty();
            assertThat(Sql.oneSided(text)).as(file.toString()).isEmpty();
            assertThat(faults(text)).as(file.toString()).isEmpty();
            tables += Sql.tables(text).size();
        }
        assertThat(tables).isGreaterThan(10);
    }

    @Test
    void aTableInAnotherCharsetOrWithAnInexactAmountIsCaught() {
        String good = "CREATE TABLE x_a (id INT) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;";
        assertThat(faults(good)).isEmpty();
        assertThat(faults("CREATE TABLE x_a (id INT);")).hasSize(1);
        assertThat(faults(good.replace("utf8mb4_bin", "utf8mb4_general_ci"))).hasSize(1);
        assertThat(faults(good.replace("INT", "DOUBLE"))).hasSize(1);
        assertThat(faults(good.replace("INT", "TIMESTAMP"))).hasSize(1);
    }

    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        CREATE.matcher(Sql.withoutTextAndComments(text)).results().forEach(table -> {
            String create = table.group().replaceAll("\\s+", " ");
            if (!create.matches(".*\\) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin( COMMENT='')?;")) {
                faults.add(table.group(1) + " has no or another engine, charset or collation");
            }
            if (create.matches("(?is).*\\b(double|float|real|decimal|datetime|timestamp|json)\\b.*")) {
                faults.add(table.group(1) + " stores money, time or JSON otherwise than as BIGINT, BIGINT, LONGTEXT");
            }
        });
        return faults;
    }

    private static List<Path> schema() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private static List<String> foreign(String module, String sql, String where) {
        if (Sql.JOINING.contains(module)) {
            return List.of();
        }
        String prefix = Sql.PREFIXES.getOrDefault(module, "(a module without tables)");
        return Sql.tables(sql).stream()
                .filter(table -> !table.startsWith(prefix))
                .map(table -> where + " names " + table)
                .toList();
    }

    private static String module(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    private static String sql(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(Select.class).map(Select::value),
                        method.tryGetAnnotationOfType(Insert.class).map(Insert::value),
                        method.tryGetAnnotationOfType(Update.class).map(Update::value),
                        method.tryGetAnnotationOfType(Delete.class).map(Delete::value))
                .flatMap(java.util.Optional::stream)
                .map(text -> String.join(" ", text))
                .findFirst()
                .orElse("");
    }
}
