// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.binding.BoundInput;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.shape.Shape;

/** A column of images feeds inputs of height × width × 1 or 3; a column of numbers feeds inputs of one number. */
final class InputFitCheck implements ExperimentCheck {
    private static final String ID = "experiment.binding.input";
    private static final int IMAGE_AXES = 3;

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        return loaded.bindings().inputs().stream().flatMap(input -> check(input).stream()).toList();
    }

    private static Optional<Problem> check(BoundInput input) {
        ColumnType type = input.column().type();
        if (type == ColumnType.IMAGE) {
            return isImage(input.shape()) ? Optional.empty() : problem(input,
                    "images need an input of height×width×1 (grey) or height×width×3 (colour)");
        }
        if (type == ColumnType.NUMBER) {
            return input.shape().known() && input.shape().elements().orElse(0) == 1 ? Optional.empty()
                    : problem(input, "a column of numbers needs an input of size 1");
        }
        return problem(input, "only columns of images and numbers can be fed into a network");
    }

    private static boolean isImage(Shape shape) {
        return shape.known() && shape.rank() == IMAGE_AXES && (shape.last().size() == 1 || shape.last().size() == 3);
    }

    private static Optional<Problem> problem(BoundInput input, String reason) {
        return Optional.of(Problem.error(ID, input.layer().getName(),
                "Input '" + input.layer().getName() + "' of " + input.shape().display() + " doesn't fit column '"
                        + input.column().name() + "': " + reason + ".",
                "Images are brought to the size of the input; their number of channels becomes that of the input. "
                        + "Change the shape of the input, or bind it to another column."));
    }
}
