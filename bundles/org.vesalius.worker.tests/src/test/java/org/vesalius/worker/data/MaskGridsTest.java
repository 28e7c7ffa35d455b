// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.evaluation.metric.PlaceGrid;

class MaskGridsTest {
    private static final List<Sample> SAMPLES = List.of(new Sample("s", Map.of("mask", "volume")));

    /** Two slices, 3 mm apart, of four by two places, 0.5 mm and 1 mm apart. */
    private static final ColumnReader VOLUMES = volumes(3);

    @Test
    void asTheFileSaysIt() {
        assertThat(grid(VOLUMES, Map.of(), 2, 4, 2, 1))
                .isEqualTo(new PlaceGrid(List.of(2, 4, 2), List.of(3.0, .5, 1.0)));
    }

    /** Half as many rows are twice as far apart. */
    @Test
    void asTheStepsOfTheColumnLeaveIt() {
        assertThat(grid(VOLUMES, Map.of("preprocessing", "resample size=2,2,2 method=nearest"), 2, 2, 2, 3))
                .isEqualTo(new PlaceGrid(List.of(2, 2, 2), List.of(3.0, 1.0, 1.0)));
    }

    @Test
    void noSpacingIsMadeUp() {
        assertThat(grid(volumes(0), Map.of(), 2, 4, 2, 1)).isEqualTo(new PlaceGrid(List.of(2, 4, 2), List.of()));
        assertThat(grid(VOLUMES, Map.of(), 2, 8, 4, 1)).isEqualTo(new PlaceGrid(List.of(2, 8, 4), List.of()));
    }

    private static PlaceGrid grid(ColumnReader reader, Map<String, String> options, int... shape) {
        Column column = new Column("mask", ColumnType.ARRAY, ColumnRole.LABEL, "volumes", options, List.of());
        return MaskGrids.of(Path.of("data"), column, reader, SAMPLES, shape).of(0);
    }

    private static ColumnReader volumes(double slices) {
        return new ColumnReader() {
            @Override
            public String id() {
                return "volumes";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public String fingerprint(Path root, String value, Map<String, String> options) {
                return value;
            }

            @Override
            public TypedArray read(Path root, String value, Map<String, String> options) {
                return TypedArray.of(ArrayDescription.of(ElementType.U8, new Axis(Axis.Z, 2, slices),
                        new Axis(Axis.Y, 4, .5), new Axis(Axis.X, 2, 1)), new byte[16]);
            }
        };
    }
}
