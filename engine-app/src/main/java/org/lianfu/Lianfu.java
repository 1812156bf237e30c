package org.lianfu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product's front door: starts every module in one process. */
@SpringBootApplication
public class Lianfu {

    public static void main(String[] args) {
        SpringApplication.run(Lianfu.class, args);
    }
}
