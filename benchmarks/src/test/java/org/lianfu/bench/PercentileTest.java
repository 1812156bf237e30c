package org.lianfu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the bench means by p95. */
class PercentileTest {

    @Test
    void isTheSmallestValueThatSoManyPercentDoNotExceed() {
        double[] twoHundred = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
        assertThat(PagesBench.percentile(twoHundred, 95)).isEqualTo(190);
        assertThat(PagesBench.percentile(twoHundred, 50)).isEqualTo(100);
        assertThat(PagesBench.percentile(new double[] {7}, 95)).isEqualTo(7);
    }
}
