package org.lianfu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
     * @throws CannotStart when the address sets one of them otherwise anywhere, or names a driver that is not shipped; it
     *     repeats no parameter but that one, since a password may stand among them
     */
    static String completed(String url) {
        if (url.startsWith("jdbc:mariadb:")) {
            throw new CannotStart(
                    "LIANFU_DB_URL 以 jdbc:mariadb: 开头。 LIANFU_DB_URL begins with jdbc:mariadb:; the shipped driver"
                            + " speaks to MariaDB too, under jdbc:mysql:.",
                    "改写为 write jdbc:mysql:" + bare(url).substring("jdbc:mariadb:".length()));
        }
        if (!url.startsWith("jdbc:mysql:")) {
            return url;
        }
        String result = url;
        for (Map.Entry<String, String> flag : NEEDED.entrySet()) {
            List<String> present = values(url, flag.getKey());
            if (present.isEmpty()) {
                result += (result.contains("?") ? (result.endsWith("?") || result.endsWith("&") ? "" : "&") : "?")
                        + flag.getKey() + "=" + flag.getValue();
            }
            for (String value : present) {
                if (!value.equalsIgnoreCase(flag.getValue())) {
                    throw contradiction(flag.getKey(), value, flag.getValue());
                }
            }
        }
        return result;
    }

    private static CannotStart contradiction(String flag, String given, String needed) {
        return new CannotStart(
                "LIANFU_DB_URL 写有 " + flag + "=" + given + "，与流程引擎的要求相反。 LIANFU_DB_URL sets " + flag + "=" + given
                        + ", which the engine cannot work with.",
                "去掉该参数，或写成 " + flag + "=" + needed + "。 Leave it out, or set " + flag + "=" + needed + ".");
    }

    private static String bare(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Every value of this parameter: behind the question mark or inside a host's brackets, as often as it stands there. */
    private static List<String> values(String url, String name) {
        return Pattern.compile("(?i)[?&(,]\\s*" + name + "\\s*=([^&,)]*)")
                .matcher(url)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
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
