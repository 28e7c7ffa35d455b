// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.phantom.truth.Ranking;
import org.vesalius.phantom.truth.Truth;

class MonitorPhantomTest {
    private static final int SIGNS = VitalSign.values().length;

    private final Truth truth = new Truth("monitoring", sample -> true);
    private final MonitorPhantom reader = new MonitorPhantom();

    @Test
    void statesWhatCanBeLearnedAtBestAndByLogisticRegressionOnMeans() {
        boolean[] worse = truth.which(Subset.TEST, MonitorPhantomTest::worse);

        truth.assertStated(Ranking.auc(truth.numbers(Subset.TEST, row -> logRatio(hours(row))), worse),
                Ranking.auc(truth.logistic(row -> means(hours(row)), MonitorPhantomTest::worse), worse));
    }

    @Test
    void tellsTheLastValuesWhatWasMeasuredAndHowLongAgo() throws IOException {
        Column column = truth.dataset().column("vital signs").orElseThrow();
        TypedArray signs = reader.read(Path.of("x"), "monitor:patient=3,course=worse", column.options());
        assertThat(signs.description().display()).isEqualTo("24×12 (time, channel), f32");
        assertThat(signs.description().timeStep()).isEqualTo(3600);
        float[] values = signs.floats();
        float[][] hours = hours(Map.of("vital signs", "monitor:patient=3,course=worse"));
        for (int sign = 0; sign < SIGNS; sign++) {
            float last = Float.NaN;
            for (int hour = 0; hour < MonitorPhantom.HOURS; hour++) {
                float measured = hours[hour][sign];
                last = Float.isNaN(measured) ? last : measured;
                assertThat(Float.valueOf(values[hour * 12 + sign])).isEqualTo(Float.valueOf(last));
                assertThat(values[hour * 12 + SIGNS + sign]).isEqualTo(Float.isNaN(measured) ? 0f : 1f);
            }
        }
    }

    private static boolean worse(Map<String, String> row) {
        return row.get("worse").equals("yes");
    }

    /** What was measured, hour × sign; NaN elsewhere. */
    private float[][] hours(Map<String, String> row) {
        Map<String, String> options = new TreeMap<>(truth.dataset().column("vital signs").orElseThrow().options());
        options.remove("gaps");
        try {
            float[] values = reader.read(Path.of("x"), row.get("vital signs"), options).floats();
            float[][] hours = new float[MonitorPhantom.HOURS][SIGNS];
            for (int i = 0; i < values.length; i++) {
                hours[i / SIGNS][i % SIGNS] = values[i];
            }
            return hours;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bayes: how much likelier the measurements are of one who gets worse, at any hour, than of one who doesn't. */
    private static double logRatio(float[][] hours) {
        double likelihood = 0;
        double stable = logLikelihood(hours, MonitorPhantom.HOURS);
        for (int i = 0; i < MonitorPhantom.ONSETS; i++) {
            likelihood += Math.exp(logLikelihood(hours, MonitorPhantom.EARLIEST + i) - stable) / MonitorPhantom.ONSETS;
        }
        return Math.log(likelihood);
    }

    private static double logLikelihood(float[][] hours, int onset) {
        double sum = 0;
        for (VitalSign sign : VitalSign.values()) {
            sum += logLikelihood(hours, onset, sign);
        }
        return sum;
    }

    /**
     * Normal with a mean of the patient's own, which is normal itself: of n values x with mean m and sum of squares s around
     * it, −s/2σ² − m²/2(τ²+σ²/n) and the logarithms of the deviations, which depend on n alone; and whether it was measured.
     */
    private static double logLikelihood(float[][] hours, int onset, VitalSign sign) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        double pattern = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            int late = Math.max(0, hour + 1 - onset);
            double chance = sign.chance() * (late > 0 ? MonitorPhantom.MORE_OFTEN : 1);
            boolean measured = !Float.isNaN(hours[hour][sign.ordinal()]);
            pattern += Math.log(measured ? chance : 1 - chance);
            if (measured) {
                double x = hours[hour][sign.ordinal()] - sign.usual() - sign.drift() * late;
                sum += x;
                squares += x * x;
                count++;
            }
        }
        if (count == 0) {
            return pattern;
        }
        double mean = sum / count;
        double noise = sign.noise() * sign.noise();
        return pattern - (squares - count * mean * mean) / (2 * noise)
                - mean * mean / (2 * (sign.between() * sign.between() + noise / count));
    }

    /** The mean of each sign, and its usual value where there is none. */
    private static double[] means(float[][] hours) {
        double[] means = new double[SIGNS];
        for (VitalSign sign : VitalSign.values()) {
            double sum = 0;
            int count = 0;
            for (float[] hour : hours) {
                boolean measured = !Float.isNaN(hour[sign.ordinal()]);
                sum += measured ? hour[sign.ordinal()] : 0;
                count += measured ? 1 : 0;
            }
            means[sign.ordinal()] = count == 0 ? sign.usual() : sum / count;
        }
        return means;
    }
}
