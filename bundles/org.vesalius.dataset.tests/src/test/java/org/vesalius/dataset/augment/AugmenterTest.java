// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.augment.Augmentation.Brightness;
import org.vesalius.dataset.augment.Augmentation.Flip;
import org.vesalius.dataset.augment.Augmentation.Rotate;
import org.vesalius.dataset.augment.Augmentation.Shift;
import org.vesalius.dataset.augment.Augmentation.Zoom;
import org.vesalius.dataset.tensor.TensorSpec;

class AugmenterTest {
    private static final TensorSpec SPEC = new TensorSpec(3, 3, 1);
    private static final float[] IMAGE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void flips() {
        assertThat(changed(Change.NONE.withFlip(true, false))).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
        assertThat(changed(Change.NONE.withFlip(false, true))).containsExactly(7, 8, 9, 4, 5, 6, 1, 2, 3);
        assertThat(changed(Change.NONE.withFlip(true, false).withFlip(true, false))).containsExactly(IMAGE);
    }

    @Test
    void shiftsRepeatTheEdge() {
        assertThat(changed(Change.NONE.withShift(1 / 3.0, 0))).containsExactly(near(1, 1, 2, 4, 4, 5, 7, 7, 8), within(1e-5f));
        assertThat(changed(Change.NONE.withShift(0, -1 / 3.0))).containsExactly(near(4, 5, 6, 7, 8, 9, 7, 8, 9), within(1e-5f));
        assertThat(changed(Change.NONE.withShift(0.5 / 3, 0))).containsExactly(near(1, 1.5f, 2.5f, 4, 4.5f, 5.5f, 7,
                7.5f, 8.5f), within(1e-5f));
    }

    @Test
    void turnsClockwise() {
        assertThat(changed(Change.NONE.withTurn(90))).containsExactly(near(7, 4, 1, 8, 5, 2, 9, 6, 3), within(1e-5f));
        assertThat(changed(Change.NONE.withTurn(-180))).containsExactly(near(9, 8, 7, 6, 5, 4, 3, 2, 1), within(1e-5f));
    }

    @Test
    void zoomsAboutTheMiddle() {
        assertThat(changed(Change.NONE.withZoom(2)))
                .containsExactly(near(3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7), within(1e-5f));
        assertThat(changed(Change.NONE.withZoom(0.5))).containsExactly(near(1, 2, 3, 4, 5, 6, 7, 8, 9), within(1e-5f));
    }

    @Test
    void flipsComeBeforeShifts() {
        assertThat(changed(Change.NONE.withFlip(true, false).withShift(1 / 3.0, 0)))
                .containsExactly(near(3, 3, 2, 6, 6, 5, 9, 9, 8), within(1e-5f));
    }

    @Test
    void brightnessMultiplies() {
        assertThat(changed(Change.NONE.withBrightness(2))).containsExactly(2, 4, 6, 8, 10, 12, 14, 16, 18);
    }

    @Test
    void channelsStayTogether() {
        float[] color = {1, 2, 3, 11, 12, 13};

        float[] flipped = new AffineResampling(new TensorSpec(1, 2, 3), Change.NONE.withFlip(true, false)).apply(color);

        assertThat(flipped).containsExactly(11, 12, 13, 1, 2, 3);
    }

    @Test
    void whatHappensDependsOnSeedEpochAndSampleAlone() {
        List<Augmentation> all = List.of(new Flip(0.5, 0.5), new Shift(0.1, 0.1), new Rotate(10), new Zoom(0.1),
                new Brightness(0.2));
        Augmenter augmenter = new Augmenter(all, 42);
        Change change = augmenter.change(3, "s1");

        augmenter.change(4, "s2");

        assertThat(new Augmenter(all, 42).change(3, "s1")).isEqualTo(change);
        assertThat(augmenter.change(3, "s1")).isEqualTo(change);
        assertThat(augmenter.change(4, "s1")).isNotEqualTo(change);
        assertThat(augmenter.change(3, "s2")).isNotEqualTo(change);
        assertThat(new Augmenter(all, 43).change(3, "s1")).isNotEqualTo(change);
    }

    @Test
    void settingsOfOneDontChangeTheOthers() {
        Augmenter weak = new Augmenter(List.of(new Flip(0.1, 0), new Rotate(10)), 1);
        Augmenter strong = new Augmenter(List.of(new Flip(0.9, 0.9), new Rotate(10)), 1);

        assertThat(strong.change(1, "s").degrees()).isEqualTo(weak.change(1, "s").degrees());
    }

    @Test
    void staysWithinTheBoundsAndIsEvenlySpread() {
        Augmenter augmenter = new Augmenter(List.of(new Flip(0.5, 0), new Shift(0.1, 0.2), new Rotate(10),
                new Zoom(0.1), new Brightness(0.2)), 7);
        List<Change> changes = IntStream.range(0, 2000).mapToObj(i -> augmenter.change(1, "s" + i)).toList();

        assertThat(changes).allSatisfy(change -> {
            assertThat(change.shiftX()).isBetween(-0.1, 0.1);
            assertThat(change.shiftY()).isBetween(-0.2, 0.2);
            assertThat(change.degrees()).isBetween(-10.0, 10.0);
            assertThat(change.zoom()).isBetween(0.9, 1.1);
            assertThat(change.brightness()).isBetween(0.8, 1.2);
            assertThat(change.flipY()).isFalse();
        });
        assertThat(changes.stream().filter(Change::flipX).count()).isBetween(900L, 1100L);
        assertThat(changes.stream().mapToDouble(Change::degrees).average().orElseThrow()).isCloseTo(0, within(0.5));
    }

    @Test
    void withoutAugmentationsAnImageStaysAsItIs() {
        float[] same = new Augmenter(List.of(), 1).apply(IMAGE, SPEC, 1, "s");

        assertThat(same).containsExactly(IMAGE).isNotSameAs(IMAGE);
    }

    @Test
    void settingsOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> new Flip(1.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shift(-0.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rotate(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Zoom(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Brightness(2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] changed(Change change) {
        return new AffineResampling(SPEC, change).apply(IMAGE);
    }

    private static float[] near(float... values) {
        return values;
    }
}
