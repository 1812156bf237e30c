package org.lianfu;

import java.time.Clock;
import org.lianfu.shared.Times;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The product's front door: starts every module in one process, or does one command and ends. */
@SpringBootApplication
public class Lianfu {

    public static void main(String[] args) {
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
