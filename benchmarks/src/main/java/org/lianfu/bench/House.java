package org.lianfu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lianfu.Lianfu;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole house with demo people, started in this JVM on a free port of the loopback. */
public final class House implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * With the pack of the reference case beside those of the release, and without the clerks that look by themselves whether
     * there is something to do: they are no part of a case.
     *
     * @param settings {@code name=value}, over the house's own
     */
    public static House open(String url, String user, String password, String... settings) throws Exception {
        Path data = Files.createTempDirectory("lianfu-bench-house");
        List<String> own = List.of(
                "lianfu.program.folders="
                        + Path.of(House.class.getResource("/pack").toURI()),
                "lianfu.background=false");
        return start(
                url,
                user,
                password,
                data,
                Stream.concat(own.stream(), Stream.of(settings)).toList());
    }

    /** As {@code ./lianfu run} starts it: its packs, its clerks, its embedded database as a file in {@code data}. */
    static House asShipped(Path data) {
        String url = "jdbc:h2:file:" + data.resolve("lianfu") + ";MODE=MySQL;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
        return start(url, "sa", "", data, List.of());
    }

    /** The same on a schema of another database; files and keys in {@code data}. */
    static House asShipped(Path data, BenchDatabase database, String schema) {
        return start(database.url(schema), database.user(), database.password(), data, List.of());
    }

    private static House start(String url, String user, String password, Path data, List<String> settings) {
        String[] profiles = url.startsWith("jdbc:mysql:") ? new String[] {"demo", "mysql"} : new String[] {"demo"};
        List<String> own = List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + user,
                "spring.datasource.password=" + password,
                "lianfu.data=" + data,
                "lianfu.keys.create=true",
                "server.address=127.0.0.1",
                "server.port=0",
                "spring.main.log-startup-info=false");
        return new House(new SpringApplicationBuilder(Lianfu.class)
                .profiles(profiles)
                .run(Stream.concat(own.stream(), settings.stream())
                        .map(s -> "--" + s)
                        .toArray(String[]::new)));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public Counted database() {
        return context.getBean(Counted.class);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
