package org.lianfu;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lianfu.shared.CannotStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Completes a MySQL or MariaDB address with the two flags without which the engine goes wrong in silence, and stops the
 * start when the address contradicts them: a schema beside another engine's would be taken for its own, and its
 * timestamps are compared to the second.
 */
public class DatabaseUrl implements EnvironmentPostProcessor, Ordered {

    private static final String PROPERTY = "spring.datasource.url";
    private static final Map<String, String> NEEDED = needed();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean server = environment.matchesProfiles("mysql");
        String given = environment.getProperty(PROPERTY, "");
        if (server && given.isBlank()) {
            throw new CannotStart(
                    "没有设置 LIANFU_DB_URL，mysql 与 prod 需要数据库。"
                            + " LIANFU_DB_URL is not set; profiles mysql and prod need a database.",
                    "设置 set LIANFU_DB_URL=jdbc:mysql://127.0.0.1:3306/lianfu, LIANFU_DB_USER, LIANFU_DB_PASSWORD");
        }
        String completed = completed(given);
        if (!completed.equals(given)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("database-url", Map.of(PROPERTY, completed)));
        }
    }

    /**
     * The address with both flags.
     *
     * @throws IllegalStateException when the address sets one of them otherwise, or names a driver that is not shipped
     */
    static String completed(String url) {
        if (url.startsWith("jdbc:mariadb:")) {
            throw new CannotStart(
                    "LIANFU_DB_URL 以 jdbc:mariadb: 开头。 LIANFU_DB_URL begins with jdbc:mariadb:; the shipped driver"
                            + " speaks to MariaDB too, under jdbc:mysql:.",
                    "改写为 write jdbc:mysql" + url.substring("jdbc:mariadb".length()));
        }
        if (!url.startsWith("jdbc:mysql:")) {
            return url;
        }
        String result = url;
        for (Map.Entry<String, String> flag : NEEDED.entrySet()) {
            String present = parameter(url, flag.getKey());
            if (present == null) {
                result += (result.contains("?") ? (result.endsWith("?") || result.endsWith("&") ? "" : "&") : "?")
                        + flag.getKey() + "=" + flag.getValue();
            } else if (!present.equalsIgnoreCase(flag.getValue())) {
                throw new IllegalStateException(
                        "LIANFU_DB_URL sets " + flag.getKey() + "=" + present + ", but the engine needs "
                                + flag.getKey() + "=" + flag.getValue() + ": leave it out or set it so");
            }
        }
        return result;
    }

    private static String parameter(String url, String name) {
        int query = url.indexOf('?');
        if (query < 0) {
            return null;
        }
        for (String pair : url.substring(query + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equalsIgnoreCase(name)) {
                return parts.length == 2 ? parts[1] : "";
            }
        }
        return null;
    }

    private static Map<String, String> needed() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("nullDatabaseMeansCurrent", "true");
        flags.put("sendFractionalSeconds", "false");
        return flags;
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
