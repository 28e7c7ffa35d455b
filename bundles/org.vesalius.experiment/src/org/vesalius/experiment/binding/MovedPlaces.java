// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.network.shape.Shape;

/** What augmentations move: pictures, and arrays whose last axes are rows, columns and channels, slice by slice. */
public final class MovedPlaces {
    private static final int LEAST_AXES = 3;
    private static final int MOST_AXES = 4;
    private static final String CHANNELS = "channels";

    private MovedPlaces() {
    }

    /** Whether what an input gets is moved. */
    public static boolean of(BoundInput input) {
        return input.takesArrays() && isMoved(input.column(), input.shape());
    }

    /** Whether what an output is compared with is moved with the inputs. */
    public static boolean of(BoundOutput output) {
        return (output.kind() == TargetKind.PLACES || output.kind() == TargetKind.ARRAY)
                && isMoved(output.column(), output.shape());
    }

    private static boolean isMoved(Column column, Shape shape) {
        return column.type() == ColumnType.IMAGE || column.type() == ColumnType.ARRAY && shape.rank() >= LEAST_AXES
                && shape.rank() <= MOST_AXES && shape.last().name().equals(CHANNELS);
    }
}
