package org.lianfu.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that counts what goes over JDBC while it is told to: every execution of a statement is one, every entry of
 * a batch is one (the engine sends its writes in batches), a multi-row insert is one; commits are counted apart. While it
 * does not count it hands out bare connections, so that counting costs nothing where time is measured.
 */
public final class Counted extends DelegatingDataSource {

    private final Map<String, Integer> statements = new TreeMap<>();
    private volatile boolean counting;
    private int commits;

    public Counted(javax.sql.DataSource target) {
        super(target);
    }

    /** From now on everything is counted, from zero. */
    public synchronized void start() {
        statements.clear();
        commits = 0;
        counting = true;
    }

    /** Ends the counting. @return what was counted since {@link #start} */
    public synchronized Count stop() {
        counting = false;
        return new Count(new TreeMap<>(statements), commits);
    }

    /**
     * What was counted.
     *
     * @param statements how often each text was executed
     */
    public record Count(Map<String, Integer> statements, int commits) {

        public int sql() {
            return statements.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int selects() {
            return statements.entrySet().stream()
                    .filter(e -> e.getKey().regionMatches(true, 0, "select", 0, 6))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return counting ? proxy(Connection.class, new OfConnection(connection)) : connection;
    }

    private synchronized void count(String sql, int times) {
        if (counting && times > 0) {
            statements.merge(sql.strip().replaceAll("\\s+", " "), times, Integer::sum);
        }
    }

    private synchronized void countCommit() {
        commits++;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private final class OfConnection implements InvocationHandler {

        private final Connection target;

        OfConnection(Connection target) {
            this.target = target;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] args) throws Throwable {
            Object result = call(target, method, args);
            if (method.getName().equals("commit")) {
                countCommit();
            }
            if (result instanceof PreparedStatement) {
                return proxy(PreparedStatement.class, new OfStatement(result, (String) args[0]));
            }
            return result instanceof Statement ? proxy(Statement.class, new OfStatement(result, null)) : result;
        }
    }

    private final class OfStatement implements InvocationHandler {

        private final Object target;
        private final String prepared;

        OfStatement(Object target, String prepared) {
            this.target = target;
            this.prepared = prepared;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] args) throws Throwable {
            String name = method.getName();
            String sql = args != null && args.length > 0 && args[0] instanceof String text ? text : prepared;
            if (name.equals("addBatch")) {
                count(sql, 1);
            } else if (name.startsWith("execute") && !name.endsWith("Batch")) {
                count(sql, 1);
            }
            return call(target, method, args);
        }
    }
}
