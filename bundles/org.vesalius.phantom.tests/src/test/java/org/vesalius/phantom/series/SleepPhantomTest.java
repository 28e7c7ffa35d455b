// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.phantom.truth.Truth;

/** What can be told of a half minute by itself must stay well below what its place in the night tells. */
class SleepPhantomTest {
    private static final int STAGES = SleepStage.values().length;

    private final SleepPhantom reader = new SleepPhantom();
    private final Dataset dataset = SleepPhantomSet.example().in(Path.of("nowhere"));

    @Test
    void nightsHaveAStageForEachHalfMinute() throws IOException {
        TypedArray power = read("power", dataset.samples().get(0));
        TypedArray stages = read("stages", dataset.samples().get(0));
        assertThat(power.description().display()).isEqualTo("100×32 (time, channel), f32");
        assertThat(stages.description().display()).isEqualTo("100×1 (time, channel), f32");
        assertThat(power.description().timeStep()).isEqualTo(30);
        assertThat(read("power", dataset.samples().get(0)).floats()).isEqualTo(power.floats());
        assertThat(read("power", dataset.samples().get(1)).floats()).isNotEqualTo(power.floats());
        assertThatThrownBy(() -> reader.read(Path.of("x"), "sleep", Map.of())).hasMessageContaining("describes no sleep phantom");
        assertThatThrownBy(() -> reader.read(Path.of("x"), "sleep:patient=1", Map.of("show", "x")))
                .hasMessageContaining("power or stages");
    }

    /** At best of those who know nothing of what comes after, as the network of the example. */
    @Test
    void statesWhatCanBeLearnedAtBestAndByTheNearestMeanOfSingleSteps() throws IOException {
        double[][] means = means(dataset.samples(Subset.TRAIN));
        int near = 0;
        int filtered = 0;
        int all = 0;
        for (Sample sample : dataset.samples(Subset.TEST)) {
            float[] power = read("power", sample).floats();
            float[] stages = read("stages", sample).floats();
            int[] told = new SleepFilter().stages(power);
            for (int t = 0; t < stages.length; t++) {
                near += nearest(means, power, t) == (int) stages[t] ? 1 : 0;
                filtered += told[t] == (int) stages[t] ? 1 : 0;
                all++;
            }
        }
        new Truth("sleep-stages", sample -> true).assertStated((double) filtered / all, (double) near / all);
    }

    private double[][] means(List<Sample> samples) throws IOException {
        double[][] sums = new double[STAGES][SleepPhantom.BANDS];
        int[] counts = new int[STAGES];
        for (Sample sample : samples) {
            float[] power = read("power", sample).floats();
            float[] stages = read("stages", sample).floats();
            for (int i = 0; i < power.length; i++) {
                sums[(int) stages[i / SleepPhantom.BANDS]][i % SleepPhantom.BANDS] += power[i];
            }
            for (float stage : stages) {
                counts[(int) stage]++;
            }
        }
        for (int stage = 0; stage < STAGES; stage++) {
            for (int band = 0; band < SleepPhantom.BANDS; band++) {
                sums[stage][band] /= counts[stage];
            }
        }
        return sums;
    }

    private static int nearest(double[][] means, float[] power, int step) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int stage = 0; stage < STAGES; stage++) {
            double distance = 0;
            for (int band = 0; band < SleepPhantom.BANDS; band++) {
                double difference = power[step * SleepPhantom.BANDS + band] - means[stage][band];
                distance += difference * difference;
            }
            best = distance < least ? stage : best;
            least = Math.min(least, distance);
        }
        return best;
    }

    private TypedArray read(String name, Sample sample) throws IOException {
        Column column = dataset.column(name).orElseThrow();
        return reader.read(dataset.root(), sample.value(column), column.options());
    }
}
