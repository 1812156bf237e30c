package org.lianfu;

import java.time.Clock;
import java.util.List;
import org.lianfu.shared.Times;
import org.lianfu.walkthrough.Walkthrough;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The product's front door: starts every module in one process, or does one command and ends. */
@SpringBootApplication
public class Lianfu {

    public static void main(String[] args) {
        if (List.of(args).contains(Walkthrough.ARGUMENT)) {
            System.exit(Walkthrough.run(List.of(args), System.out));
        }
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication.run(Lianfu.class, args);
    }

    /** The one clock of the house; nothing else asks the machine for the time. */
    @Bean
    Clock clock() {
        return Clock.system(Times.ZONE);
    }
}
