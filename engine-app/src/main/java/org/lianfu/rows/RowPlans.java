package org.lianfu.rows;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * How the house sets MyBatis up. Where a statement gives rows of a type of ours and says nothing of how, {@link Plan}
 * reads them: MyBatis itself would work out for every row anew which column belongs where.
 */
final class RowPlans extends Configuration {

    /** By the statement's name; the columns of a statement do not change while the house runs. */
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    RowPlans() {
        setMapUnderscoreToCamelCase(true);
        setArgNameBasedConstructorAutoMapping(true);
        // a second look within one transaction must see what others have committed since (READ COMMITTED), not a kept
        // row
        setLocalCacheScope(LocalCacheScope.STATEMENT);
    }

    @Override
    public ResultSetHandler newResultSetHandler(
            Executor executor,
            MappedStatement statement,
            RowBounds bounds,
            ParameterHandler parameters,
            ResultHandler results,
            BoundSql sql) {
        return bounds == RowBounds.DEFAULT && results == null && isPlanned(statement)
                ? new Planned(statement)
                : super.newResultSetHandler(executor, statement, bounds, parameters, results, sql);
    }

    private static boolean isPlanned(MappedStatement statement) {
        if (statement.getResultMaps().size() != 1 || statement.getResultSets() != null) {
            return false;
        }
        ResultMap only = statement.getResultMaps().get(0);
        return only.getResultMappings().isEmpty() && only.getDiscriminator() == null && Plan.isFor(only.getType());
    }

    private final class Planned implements ResultSetHandler {

        private final MappedStatement statement;

        Planned(MappedStatement statement) {
            this.statement = statement;
        }

        @SuppressWarnings("unchecked")
        @Override
        public <E> List<E> handleResultSets(Statement executed) throws SQLException {
            List<Object> objects = new ArrayList<>();
            try (ResultSet rows = executed.getResultSet()) {
                Plan plan = plan(rows);
                while (rows.next()) {
                    objects.add(plan.read(rows));
                }
            }
            return (List<E>) objects;
        }

        private Plan plan(ResultSet rows) throws SQLException {
            Plan known = plans.get(statement.getId());
            if (known == null) {
                known = Plan.of(statement.getResultMaps().get(0).getType(), rows.getMetaData());
                plans.put(statement.getId(), known);
            }
            return known;
        }

        @Override
        public <E> Cursor<E> handleCursorResultSets(Statement executed) {
            throw new UnsupportedOperationException("no mapper of the house reads through a cursor");
        }

        @Override
        public void handleOutputParameters(CallableStatement called) {
            throw new UnsupportedOperationException("no mapper of the house calls a stored procedure");
        }
    }
}
