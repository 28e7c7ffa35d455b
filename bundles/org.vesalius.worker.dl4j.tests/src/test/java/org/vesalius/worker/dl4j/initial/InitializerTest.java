// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.vesalius.worker.dl4j.initial.FixedValues.GateBias;
import org.vesalius.worker.dl4j.initial.RandomValues.TruncatedNormal;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;

/** First values: their limits and spread. */
class InitializerTest {

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void glorotIsUniformWithinItsLimit() {
        double[] values = Uniform.glorot(100, 50).values(new long[] {100, 50}, random);
        double limit = Math.sqrt(6.0 / 150);
        assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow()).isBetween(0.99 * limit, limit);
        double variance = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
        assertThat(variance).isCloseTo(limit * limit / 3, within(0.05 * limit * limit));
    }

    @Test
    void fanInIsTheLimitOfPyTorch() {
        // torch.nn.Linear(27, 8).weight lies within 1 / sqrt(27) = 0.19245
        assertThat(Uniform.fanIn(27).limit()).isCloseTo(0.19245, within(1e-5));
    }

    @Test
    void rowsAreOrthonormal() {
        int rows = 6;
        int columns = 24;
        double[] values = new Orthogonal().values(new long[] {rows, columns}, random);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                double product = 0;
                for (int k = 0; k < columns; k++) {
                    product += values[i * columns + k] * values[j * columns + k];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void columnsAreOrthonormalWhereTheyAreFewer() {
        double[] values = new Orthogonal().values(new long[] {2, 3, 2}, random);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double product = 0;
                for (int k = 0; k < 6; k++) {
                    product += values[2 * k + i] * values[2 * k + j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void truncatedDeviatesStayWithinTwoOfTheirOwn() {
        double[] values = new TruncatedNormal(4).values(new long[] {20_000}, random);
        assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(2 * 2 / 0.8796);
        assertThat(Arrays.stream(values).map(x -> x * x).average().orElseThrow()).isCloseTo(4, within(0.1));
    }

    @Test
    void theForgetGateIsOpen() {
        assertThat(new GateBias(2, 1).values(new long[] {8}, random)).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }
}
