// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.phantom.truth.Truth;

class LungMassModelTest {
    private static final Path NOWHERE = Path.of("nowhere");
    /** What the detector adds to a grey value, about the mean of all views. */
    private static final double NOISE = 0.01 * 255;
    private static final int CHOSEN_ON = 30;

    private final Truth truth = new Truth("lung-masses", sample -> true);

    @Test
    void masksMarkWhatTheMassesMakeBrighter() throws IOException {
        String view = truth.rows(Subset.TRAIN).get(0).get(LungMassModel.IMAGE);
        TypedArray mask = read(view, LungMassModel.MASSES);
        float[] brighter = brighter(view, null);
        double inside = 0;
        double outside = 0;
        int marked = 0;
        for (int i = 0; i < brighter.length; i++) {
            assertThat(mask.value(i)).isIn(0.0, 255.0);
            marked += mask.value(i) > 0 ? 1 : 0;
            inside += mask.value(i) > 0 ? brighter[i] : 0;
            outside += mask.value(i) > 0 ? 0 : brighter[i];
        }
        assertThat(mask.description().display()).isEqualTo("64×64×1 (y, x, channel), f32");
        assertThat(inside / marked).isGreaterThan(20 * outside / (brighter.length - marked)).isGreaterThan(5);
    }

    /** At best of one who knows each chest without its masses, and sees the noise of the detector. */
    @Test
    void statesWhatCanBeMarkedAtBestAndByABrightness() throws IOException {
        SeededRandom noise = new SeededRandom(5);

        truth.assertStated(marked(view -> brighter(view, noise)), marked(view -> read(view, LungMassModel.IMAGE).floats()));
    }

    /** The mean Dice of the test part for the level that is best for some of the training part. */
    private double marked(Seen seen) throws IOException {
        List<Drawn> chosenOn = drawn(Subset.TRAIN, CHOSEN_ON, seen);
        double level = DoubleStream.iterate(1, grey -> grey < 255, grey -> grey + 1).boxed()
                .max(Comparator.comparingDouble(grey -> dice(chosenOn, grey))).orElseThrow();
        return dice(drawn(Subset.TEST, Integer.MAX_VALUE, seen), level);
    }

    private List<Drawn> drawn(Subset part, int most, Seen seen) throws IOException {
        List<Drawn> drawn = new ArrayList<>();
        for (Map<String, String> row : truth.rows(part).stream().limit(most).toList()) {
            String view = row.get(LungMassModel.IMAGE);
            drawn.add(new Drawn(seen.values(view), read(view, LungMassModel.MASSES).floats()));
        }
        return drawn;
    }

    private static double dice(List<Drawn> drawn, double level) {
        return drawn.stream().mapToDouble(one -> one.dice(level)).average().orElseThrow();
    }

    /** How much brighter each pixel is than without the masses. */
    private float[] brighter(String view, SeededRandom noise) throws IOException {
        float[] with = read(view, LungMassModel.IMAGE).floats();
        float[] without = read(view.replace("finding=mass", "finding=clear"), LungMassModel.IMAGE).floats();
        float[] brighter = new float[with.length];
        for (int i = 0; i < with.length; i++) {
            brighter[i] = with[i] - without[i] + (noise == null ? 0 : (float) (NOISE * noise.nearNormal()));
        }
        return brighter;
    }

    private TypedArray read(String view, String column) throws IOException {
        Dataset dataset = truth.dataset();
        return new ChestPhantom().read(NOWHERE, view, dataset.column(column).orElseThrow().options());
    }

    /** What somebody sees of a view. */
    private interface Seen {
        float[] values(String view) throws IOException;
    }

    /** What is seen of a view, and where the masses are. */
    private record Drawn(float[] seen, float[] mask) {
        double dice(double level) {
            int both = 0;
            int either = 0;
            for (int i = 0; i < seen.length; i++) {
                both += seen[i] > level && mask[i] > 0 ? 1 : 0;
                either += (seen[i] > level ? 1 : 0) + (mask[i] > 0 ? 1 : 0);
            }
            return 2.0 * both / either;
        }
    }
}
