// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.FittedFile;

/** Means and deviations are those of {@code numpy.nanmean} and {@code numpy.nanstd}. */
class StandardisedSourceTest {
    private static final float NAN = Float.NaN;
    /** Two steps of a value, a mask, a constant, and a channel without any number; the third sample isn't trained on. */
    private static final float[][] SAMPLES = {{1, 1, 5, NAN, NAN, 0, 5, NAN}, {3, 1, 5, NAN, 8, 1, 5, NAN},
        {100, 0, 7, 2, 4, 1, 5, NAN}};

    @Test
    void scaleIsThatOfTheNumbersOfTheTrainingSamples() {
        ArrayScale scale = StandardisedSource.fit(source(), new int[] {0, 1});
        assertThat(scale.means()).containsExactly(4.0, 0.0, 5.0, 0.0);
        // sqrt(((1-4)^2 + (3-4)^2 + (8-4)^2) / 3)
        assertThat(scale.deviations()).containsExactly(Math.sqrt(26.0 / 3), 1.0, 1.0, 1.0);
    }

    @Test
    void gapsBecomeTheMean() {
        float[] values = new float[9];
        new StandardisedSource(source(), new ArrayScale(List.of(4.0, 0.0, 5.0, 0.0), List.of(2.0, 1.0, 1.0, 1.0)))
                .read(0, 1, values, 1);
        assertThat(values).containsExactly(0, -1.5f, 1, 0, 0, 0, 0, 0, 0);
        assertThatThrownBy(() -> new StandardisedSource(source(), new ArrayScale(List.of(0.0), List.of(1.0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gapsAreNothingToGiveBack() {
        StandardisedSource source = new StandardisedSource(source(),
                new ArrayScale(List.of(4.0, 0.0, 5.0, 0.0), List.of(2.0, 1.0, 1.0, 1.0)));
        float[] truth = new float[9];
        float[] weights = new float[9];
        new ArrayTarget("out", source.withGaps(), false).read(0, 1, truth, weights, 1);

        assertThat(truth).containsExactly(0, -1.5f, 1, 0, 0, 0, 0, 0, 0);
        assertThat(weights).containsExactly(0, 1, 1, 1, 0, 0, 1, 1, 0);
    }

    @Test
    void gapsAreRefusedWhereNothingStandsInForThem() {
        GaplessSource source = new GaplessSource(source(), List.of("s1", "s2", "s3"));
        assertThatThrownBy(() -> source.read(1, 1, new float[8], 0)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("Sample s2 has gaps").hasMessageContaining("'series'");
    }

    @Test
    void scalesAreKeptInAFile(@TempDir Path folder) throws IOException {
        FittedFile<ArrayScale> file = FittedFile.arrayScales(folder.resolve("array-scales.json"));
        assertThat(file.read()).isEmpty();
        Map<String, ArrayScale> scales = Map.of("series", new ArrayScale(List.of(1 / 3.0), List.of(0.1)));
        file.write(scales);
        assertThat(file.read()).contains(scales);
        for (String damaged : List.of("[]", "{\"format\":1}", "{\"format\":1,\"layers\":{\"a\":{\"means\":[1],\"deviations\":[0]}}}")) {
            Files.writeString(folder.resolve("array-scales.json"), damaged);
            assertThatThrownBy(file::read).isInstanceOf(ReportedException.class).hasMessageContaining("can't be read");
        }
        Files.writeString(folder.resolve("array-scales.json"), "{\"format\":9,\"layers\":{}}");
        assertThatThrownBy(file::read).hasMessageContaining("newer version");
    }

    private static InputSource source() {
        return new InputSource() {
            @Override
            public String layer() {
                return "series";
            }

            @Override
            public int[] shape() {
                return new int[] {2, 4};
            }

            @Override
            public void read(int sample, int epoch, float[] target, int offset) {
                System.arraycopy(SAMPLES[sample], 0, target, offset, SAMPLES[sample].length);
            }
        };
    }
}
