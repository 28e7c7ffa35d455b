// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.phantom.truth.Truth;

class EcgPhantomTest {
    private static final List<String> RHYTHMS = List.of("normal", "fibrillation", "premature");

    private final Truth truth = new Truth("ecg", sample -> true);
    private final EcgPhantom reader = new EcgPhantom();

    /** At best all rhythms are told, but the reference standards that are wrong. */
    @Test
    void statesWhatCanBeLearnedAtBestAndByTheNearestMean() {
        List<Map<String, String>> test = truth.rows(Subset.TEST);
        double right = test.stream().filter(row -> row.get("ecg").endsWith("rhythm=" + row.get("rhythm"))).count();
        float[][] means = RHYTHMS.stream().map(this::mean).toArray(float[][]::new);
        double near = test.stream().filter(row -> RHYTHMS.get(nearest(means, signal(row))).equals(row.get("rhythm"))).count();

        truth.assertStated(right / test.size(), near / test.size());
    }

    @Test
    void drawsTheSameSignalAgainAndOthersOfOtherPatientsAndRhythms() throws IOException {
        TypedArray signal = read("ecg:patient=7,rhythm=normal");
        assertThat(signal.description().display()).isEqualTo("512×1 (time, channel), f32");
        assertThat(signal.description().timeStep()).isEqualTo(1 / 80.0);
        assertThat(read("ecg:patient=7,rhythm=normal").floats()).isEqualTo(signal.floats());
        assertThat(read("ecg:patient=8,rhythm=normal").floats()).isNotEqualTo(signal.floats());
        assertThat(read("ecg:patient=7,rhythm=premature").floats()).isNotEqualTo(signal.floats());
        assertThatThrownBy(() -> read("ecg:patient=7")).hasMessageContaining("describes no ecg phantom")
                .hasMessageContaining("ecg:patient=12,rhythm=normal");
    }

    private TypedArray read(String value) throws IOException {
        return reader.read(Path.of("x"), value, Map.of("seed", "1"));
    }

    private float[] mean(String rhythm) {
        List<float[]> signals = truth.rows(Subset.TRAIN).stream().filter(row -> row.get("rhythm").equals(rhythm))
                .map(this::signal).toList();
        float[] mean = new float[EcgPhantom.STEPS];
        for (float[] signal : signals) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += signal[i] / signals.size();
            }
        }
        return mean;
    }

    private static int nearest(float[][] means, float[] signal) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int kind = 0; kind < means.length; kind++) {
            double distance = 0;
            for (int i = 0; i < signal.length; i++) {
                distance += (signal[i] - means[kind][i]) * (signal[i] - means[kind][i]);
            }
            best = distance < least ? kind : best;
            least = Math.min(least, distance);
        }
        return best;
    }

    private float[] signal(Map<String, String> row) {
        Column column = truth.dataset().column("ecg").orElseThrow();
        try {
            return reader.read(Path.of("x"), row.get("ecg"), column.options()).floats();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
