package org.lianfu.rows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the rows of one statement become objects of one type. A column belongs to the component or field of its name
 * without underscores ({@code case_no} to {@code caseNo}); a record inside a record takes the columns that begin with its
 * name ({@code step_case_no} to {@code step.caseNo}). A record must get every component; in a class what has no column
 * keeps its value.
 */
final class Plan {

    /** Reads one column of the row that the result stands on; null for a database null. */
    private interface Column {
        Object read(ResultSet row, int index) throws SQLException;
    }

    private static final Map<Class<?>, Column> COLUMNS = Map.of(
            String.class, ResultSet::getString,
            byte[].class, ResultSet::getBytes,
            int.class, (row, i) -> nullable(row, row.getInt(i)),
            Integer.class, (row, i) -> nullable(row, row.getInt(i)),
            long.class, (row, i) -> nullable(row, row.getLong(i)),
            Long.class, (row, i) -> nullable(row, row.getLong(i)),
            boolean.class, (row, i) -> nullable(row, row.getBoolean(i)),
            Boolean.class, (row, i) -> nullable(row, row.getBoolean(i)),
            LocalDate.class, (row, i) -> row.getObject(i, LocalDate.class));

    /** One value of an object: from a column, or from the plan of a record inside it. */
    private record Part(String name, boolean needed, int index, Column column, Plan inner, MethodHandle setter) {

        Object read(ResultSet row) throws SQLException {
            return inner != null ? inner.read(row) : column.read(row, index);
        }
    }

    private final Class<?> type;
    private final Part[] parts;
    private final MethodHandle maker;

    private Plan(Class<?> type, List<Part> parts, MethodHandle maker) {
        this.type = type;
        this.parts = parts.toArray(Part[]::new);
        this.maker = maker;
    }

    /** Whether objects of this type can be planned: records and classes of the house made of types that a column gives. */
    static boolean isFor(Class<?> type) {
        if (!type.getName().startsWith("org.lianfu.") || type.isEnum() || type.isInterface()) {
            return false;
        }
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .allMatch(t -> COLUMNS.containsKey(t) || t.isRecord() && isFor(t))
                : Arrays.stream(type.getDeclaredFields())
                        .filter(f -> !Modifier.isStatic(f.getModifiers()))
                        .allMatch(f -> COLUMNS.containsKey(f.getType()));
    }

    /** @throws IllegalStateException when a component of the record has no column; the message names it */
    static Plan of(Class<?> type, ResultSetMetaData columns) throws SQLException {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            indexes.putIfAbsent(bare(columns.getColumnLabel(i)), i);
        }
        try {
            return type.isRecord() ? ofRecord(type, "", indexes) : ofClass(type, indexes);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made from a row: " + e, e);
        }
    }

    private static Plan ofRecord(Class<?> type, String prefix, Map<String, Integer> indexes)
            throws ReflectiveOperationException {
        List<Part> parts = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + bare(component.getName());
            Class<?> of = component.getType();
            types.add(of);
            if (of.isRecord()) {
                parts.add(new Part(name, true, 0, null, ofRecord(of, name, indexes), null));
                continue;
            }
            Integer index = indexes.get(name);
            if (index == null) {
                throw new IllegalStateException(
                        "the statement gives no column for " + component.getName() + " of " + type.getName());
            }
            parts.add(new Part(name, of.isPrimitive(), index, COLUMNS.get(of), null, null));
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        MethodHandle maker = MethodHandles.lookup()
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.size())
                .asType(MethodType.methodType(Object.class, Object[].class));
        return new Plan(type, parts, maker);
    }

    private static Plan ofClass(Class<?> type, Map<String, Integer> indexes) throws ReflectiveOperationException {
        List<Part> parts = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            Integer index = indexes.get(bare(field.getName()));
            if (index != null && !Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                MethodHandle setter = MethodHandles.lookup()
                        .unreflectSetter(field)
                        .asType(MethodType.methodType(void.class, Object.class, Object.class));
                parts.add(new Part(field.getName(), false, index, COLUMNS.get(field.getType()), null, setter));
            }
        }
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return new Plan(
                type,
                parts,
                MethodHandles.lookup().unreflectConstructor(constructor).asType(MethodType.methodType(Object.class)));
    }

    /** The object of the row that the result stands on. */
    Object read(ResultSet row) throws SQLException {
        try {
            return type.isRecord() ? record(row) : filled(row);
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type.getName() + " cannot be made from its row: " + e, e);
        }
    }

    private Object record(ResultSet row) throws Throwable {
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(row);
            if (values[i] == null && parts[i].needed) {
                throw new IllegalStateException(
                        "the row has no value for " + parts[i].name + " of " + type.getName() + ", which needs one");
            }
        }
        return (Object) maker.invokeExact(values);
    }

    private Object filled(ResultSet row) throws Throwable {
        Object object = (Object) maker.invokeExact();
        for (Part part : parts) {
            Object value = part.read(row);
            if (value != null) {
                part.setter.invokeExact(object, value);
            }
        }
        return object;
    }

    private static Object nullable(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
