package apws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that some work sends to the database on its own thread, each statement of a batch by itself. */
public final class StatementCount {

    /** What some work has cost. */
    public static final class Cost {

        private static final int LONG_ENOUGH = 160;

        private final Map<String, Integer> sent = new LinkedHashMap<>();
        private int transactions;

        public int statements() {
            return sent.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Those committed or rolled back. */
        public int transactions() {
            return transactions;
        }

        /** The statements that were sent more than once, those sent most often first, by how they begin. */
        public String repeated() {
            return sent.entrySet().stream().filter(one -> one.getValue() > 1).sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(one -> "%d times %s".formatted(one.getValue(), beginning(one.getKey()))).collect(Collectors.joining("\n"));
        }

        private static String beginning(String sql) {
            var line = sql.replaceAll("\\s+", " ").strip();
            return line.length() > LONG_ENOUGH ? line.substring(0, LONG_ENOUGH) + " …" : line;
        }
    }

    private final ThreadLocal<Cost> counting = new ThreadLocal<>();

    public Cost of(Runnable work) {
        var cost = new Cost();
        counting.set(cost);
        try {
            work.run();
        } finally {
            counting.remove();
        }
        return cost;
    }

    public DataSource counting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(Connection.class, super.getConnection(), "");
            }
        };
    }

    private <T> T counted(Class<T> type, Object real, String prepared) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            var result = call(real, method, args);
            var text = args != null && args.length > 0 && args[0] instanceof String sql ? sql : prepared;
            count(method.getName(), text);
            if (result instanceof PreparedStatement) {
                return counted(PreparedStatement.class, result, text);
            }
            return result instanceof Statement ? counted(Statement.class, result, "") : result;
        }));
    }

    private void count(String called, String sql) {
        var cost = counting.get();
        if (cost == null) {
            return;
        }
        if (called.equals("addBatch") || called.startsWith("execute") && !called.equals("executeBatch")) {
            cost.sent.merge(sql, 1, Integer::sum);
        }
        if (called.equals("commit") || called.equals("rollback")) {
            cost.transactions++;
        }
    }

    private static Object call(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
