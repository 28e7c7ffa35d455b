// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.augment.Augmentation.Flip;
import org.vesalius.dataset.augment.Augmentation.Rotate;
import org.vesalius.dataset.augment.Augmentation.Shift;
import org.vesalius.dataset.augment.Augmenter;

/** Volumes of two slices of 16 rows and columns, and their masks. */
class AugmentedArraysTest {
    private static final int SIDE = 16;
    private static final int[] SHAPE = {2, SIDE, SIDE, 1};
    private static final List<Sample> SAMPLES = IntStream.range(0, 20)
            .mapToObj(i -> new Sample("s" + i, Map.of())).toList();

    /** A flipped row x of a row of 16 is 15 - x; the slices stay in their order. */
    @Test
    void eachSliceIsFlippedForItself() {
        InputSource flipped = new AugmentedArrays(source(false), SAMPLES, new Augmenter(List.of(new Flip(1, 0)), 1), false);
        float[] plain = read(flipped, 0, InputSource.PLAIN);
        float[] changed = read(flipped, 0, 1);

        for (int i = 0; i < plain.length; i++) {
            assertThat(changed[i]).isEqualTo(plain[i / SIDE * SIDE + SIDE - 1 - i % SIDE]);
        }
    }

    /** Where the bright box is after all changes its mask is, but for the border, where a mean lies between both. */
    @Test
    void volumeAndMaskMoveAlike() {
        Augmenter augmenter = new Augmenter(List.of(new Flip(0.5, 0.5), new Shift(0.1, 0.1), new Rotate(30)), 7);
        InputSource volumes = new AugmentedArrays(source(false), SAMPLES, augmenter, false);
        InputSource masks = new AugmentedArrays(source(true), SAMPLES, augmenter, true);
        int moved = 0;
        for (int sample = 0; sample < SAMPLES.size(); sample++) {
            float[] volume = read(volumes, sample, 3);
            float[] mask = read(masks, sample, 3);
            for (int i = 0; i < mask.length; i++) {
                assertThat(mask[i]).isIn(0f, 1f, 3f);
                if (Math.abs(volume[i] - 50) > 25) {
                    assertThat(mask[i] > 0).as("sample %s, place %s", sample, i).isEqualTo(volume[i] > 50);
                }
            }
            moved += Arrays.equals(mask, read(masks, sample, InputSource.PLAIN)) ? 0 : 1;
        }
        assertThat(moved).isGreaterThan(15);
    }

    /** A box that lies in no middle; category 1 in the first slice and 3 in the second. */
    private static InputSource source(boolean mask) {
        return new InputSource() {
            @Override
            public String layer() {
                return "volume";
            }

            @Override
            public int[] shape() {
                return SHAPE;
            }

            @Override
            public void read(int sample, int epoch, float[] target, int offset) {
                for (int i = 0; i < 2 * SIDE * SIDE; i++) {
                    int y = i / SIDE % SIDE;
                    int x = i % SIDE;
                    boolean inside = y >= 3 && y < 9 && x >= 5 && x < 13;
                    float category = i < SIDE * SIDE ? 1 : 3;
                    target[offset + i] = !inside ? 0 : mask ? category : 100;
                }
            }
        };
    }

    private static float[] read(InputSource source, int sample, int epoch) {
        float[] values = new float[2 * SIDE * SIDE];
        source.read(sample, epoch, values, 0);
        return values;
    }
}
