// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.noise.GaussianAddition;
import org.vesalius.worker.dl4j.compute.noise.NoisyFactors.ChannelDropout;
import org.vesalius.worker.dl4j.compute.noise.NoisyFactors.GaussianFactors;
import org.vesalius.worker.dl4j.compute.noise.SelfNormalizingDropout;

/** What layers that are random do to many numbers in training: means, variances, and what is dropped together. */
class NoiseTest {

    private static final int SAMPLES = 60;
    private static final int PLACES = 25;
    private static final int CHANNELS = 40;

    @BeforeEach
    void seed() {
        Nd4j.getRandom().setSeed(3);
    }

    @Test
    void channelsAreDroppedAsAWholeAndTheOthersScaledUp() {
        double[] values = trained(new ChannelDropout(0.25), Nd4j.ones(DataType.DOUBLE, shape()));
        int dropped = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                double first = values[sample * PLACES * CHANNELS + channel];
                dropped += first == 0 ? 1 : 0;
                for (int place = 0; place < PLACES; place++) {
                    assertThat(values[(sample * PLACES + place) * CHANNELS + channel]).isEqualTo(first);
                }
            }
        }
        assertThat(Arrays.stream(values).max().orElseThrow()).isCloseTo(1 / 0.75, within(1e-12));
        assertThat(dropped / (double) (SAMPLES * CHANNELS)).isCloseTo(0.25, within(0.03));
    }

    @Test
    void gaussianFactorsHaveMeanOneAndTheVarianceOfDropout() {
        double[] values = trained(new GaussianFactors(0.2), Nd4j.ones(DataType.DOUBLE, shape()));
        assertThat(mean(values)).isCloseTo(1, within(0.01));
        assertThat(variance(values)).isCloseTo(0.2 / 0.8, within(0.01));
    }

    @Test
    void gaussianNoiseHasItsDeviation() {
        double[] values = trained(new GaussianAddition(0.7), Nd4j.zeros(DataType.DOUBLE, shape()));
        assertThat(mean(values)).isCloseTo(0, within(0.01));
        assertThat(variance(values)).isCloseTo(0.49, within(0.01));
    }

    @Test
    void alphaDropoutKeepsMeanAndVariance() {
        INDArray input = Nd4j.randn(DataType.DOUBLE, shape());
        double[] values = trained(new SelfNormalizingDropout(0.3), input);
        assertThat(mean(values)).isCloseTo(0, within(0.02));
        assertThat(variance(values)).isCloseTo(1, within(0.03));
        // Klambauer et al.: a·α' + b with α' = -1.7581, a = (0.7·(1 + 0.3·α'²))^-½ and b = -0.3·a·α'
        double dropped = -1.7580993408473766 * 0.7 / Math.sqrt(0.7 * (1 + 0.3 * 3.0909132923));
        long count = Arrays.stream(values).filter(value -> Math.abs(value - dropped) < 1e-6).count();
        assertThat(count / (double) values.length).isCloseTo(0.3, within(0.02));
    }

    private static long[] shape() {
        return new long[] {SAMPLES, PLACES, CHANNELS};
    }

    private static double[] trained(Computation computation, INDArray input) {
        Pass pass = new Pass(Map.of(), Map.of()).begin(true, LayerWorkspaceMgr.noWorkspaces());
        return computation.forward(input, pass).dup('c').data().asDouble();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
    }
}
