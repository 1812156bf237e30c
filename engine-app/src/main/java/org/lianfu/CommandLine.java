package org.lianfu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lianfu.shared.Command;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs one {@link Command} in a quiet house: no background clerks, a port nobody knows, nothing but its own lines. */
final class CommandLine {

    private static final String COMMAND = "--command=";
    private static final List<String> QUIET = List.of(
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--lianfu.background=false",
            "--logging.level.root=ERROR",
            "--spring.main.log-startup-info=false");

    private CommandLine() {}

    static boolean isCommand(String[] args) {
        return Stream.of(args).anyMatch(arg -> arg.startsWith(COMMAND));
    }

    static int run(String[] args) {
        String name = Stream.of(args)
                .filter(arg -> arg.startsWith(COMMAND))
                .map(arg -> arg.substring(COMMAND.length()))
                .findFirst()
                .orElseThrow();
        List<String> own =
                Stream.of(args).filter(arg -> !arg.startsWith(COMMAND)).toList();
        List<String> start = new ArrayList<>(own);
        start.addAll(QUIET);
        try (ConfigurableApplicationContext house = SpringApplication.run(
                Lianfu.class, start.stream().filter(arg -> arg.startsWith("--")).toArray(String[]::new))) {
            Command command = house.getBeanProvider(Command.class).stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (command == null) {
                System.err.println("未知的命令 unknown command: " + name);
                return 2;
            }
            return command.run(own.stream().filter(CommandLine::isOurs).toList());
        } catch (RuntimeException e) {
            System.err.println("未能执行 could not be done: " + e.getMessage());
            return 2;
        }
    }

    private static boolean isOurs(String argument) {
        return !argument.startsWith("--spring.")
                && !argument.startsWith("--server.")
                && !argument.startsWith("--lianfu.");
    }
}
