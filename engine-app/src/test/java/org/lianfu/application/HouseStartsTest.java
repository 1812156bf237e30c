package org.lianfu.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianfu.program.Programs;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
@OnH2(shared = "house")
class HouseStartsTest {

    @Autowired
    private Programs programs;

    @Test
    void theHouseStartsWithItsProgram() {
        assertThat(programs.find("loan-ip-pledge")).isPresent();
    }
}
