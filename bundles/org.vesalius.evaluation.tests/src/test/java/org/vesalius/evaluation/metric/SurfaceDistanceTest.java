// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values by the distance transform of SciPy, with percentiles by NumPy. */
class SurfaceDistanceTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Rows 1 to 5 and columns 1 to 5 against rows 2 to 6 and columns 2 to 8. */
    @ParameterizedTest
    @CsvSource({"1, 1, 3.008113883008419, 1.2840770211781765", "0.5, 2, 6.001039864469807, 1.7270842163656411"})
    void rectanglesOfAPicture(double rows, double columns, double hausdorff, double mean) {
        boolean[] one = new boolean[80];
        boolean[] other = new boolean[80];
        for (int place = 0; place < 80; place++) {
            one[place] = between(place / 10, 1, 5) && between(place % 10, 1, 5);
            other[place] = between(place / 10, 2, 6) && between(place % 10, 2, 8);
        }
        SurfaceDistance distance = SurfaceDistance.of(one, other, new PlaceGrid(List.of(8, 10), List.of(rows, columns)));

        assertThat(distance.hausdorff95()).isCloseTo(hausdorff, EXACT);
        assertThat(distance.mean()).isCloseTo(mean, EXACT);
    }

    private static boolean between(int number, int first, int last) {
        return number >= first && number <= last;
    }

    /** A ball against a larger one with a place far off at the rim. */
    @ParameterizedTest
    @CsvSource({"3, 1, 0.5, 3.5, 1.0977595702509848", "1, 1, 1, 3, 1.296623513171664"})
    void ballsOfAVolume(double z, double y, double x, double hausdorff, double mean) {
        boolean[] one = new boolean[12 * 14 * 16];
        boolean[] other = new boolean[one.length];
        for (int place = 0; place < one.length; place++) {
            int slice = place / (14 * 16);
            int row = place / 16 % 14;
            int column = place % 16;
            one[place] = square(slice - 5) + square(row - 6) + square(column - 7) <= 16;
            other[place] = square(slice - 6) + square(row - 7) + square(column - 9) <= 20
                    || slice == 1 && row == 1 && column == 14;
        }
        PlaceGrid grid = new PlaceGrid(List.of(12, 14, 16), List.of(z, y, x));

        assertThat(SurfaceDistance.of(one, other, grid).hausdorff95()).isCloseTo(hausdorff, EXACT);
        assertThat(SurfaceDistance.of(one, other, grid).mean()).isCloseTo(mean, EXACT);
        assertThat(SurfaceDistance.of(other, one, grid).mean()).isCloseTo(mean, EXACT);
        assertThat(SurfaceDistance.of(one, one, grid)).isEqualTo(new SurfaceDistance(0, 0));
    }

    private static int square(int number) {
        return number * number;
    }

    @Test
    void aStructureThatOnlyOneHasIsMissed() {
        PlaceGrid grid = new PlaceGrid(List.of(1, 3), List.of());
        boolean[] none = new boolean[3];
        boolean[] some = {false, true, false};

        assertThat(SurfaceDistance.of(some, none, grid).missed()).isTrue();
        assertThat(SurfaceDistance.of(none, some, grid).hausdorff95()).isInfinite();
        assertThat(SurfaceDistance.of(none, none, grid).missed()).isFalse();
        assertThat(SurfaceDistance.of(none, none, grid).mean()).isNaN();
        assertThat(grid.unit()).isEqualTo("pixels");
    }

    @Test
    void placesAreApart() {
        assertThatThrownBy(() -> new PlaceGrid(List.of(2, 2), List.of(1.0, 0.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlaceGrid(List.of(2, 2), List.of(1.0))).isInstanceOf(IllegalArgumentException.class);
    }
}
