// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.Loss;
import org.vesalius.network.check.ClassUnits;
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

/** One unit tells two categories apart (the second is the positive one); more units tell as many categories. */
final class OutputFitCheck implements ExperimentCheck {
    private static final String ID = "experiment.binding.output";
    /** What the designer mends: its fixes change the network. */
    private static final String UNITS = "network.units";
    private static final String WHY = "With one unit and binary cross-entropy the network says how probable the second"
            + " category is; otherwise it has one unit for each category.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        return loaded.bindings().outputs().stream().flatMap(output -> check(output).stream()).toList();
    }

    private static Optional<Problem> check(BoundOutput output) {
        if (output.column().type() != ColumnType.CATEGORY) {
            return problem(output, "an output is compared with a column of categories");
        }
        int categories = output.column().categories().size();
        if (categories < 2) {
            return problem(output, "the column has " + English.quantity(categories, "category")
                    + ", and it takes two to tell apart");
        }
        if (output.shape().rank() != 1) {
            return problem(output, "it says " + output.shape().display() + " values in " + output.shape().rank()
                    + " axes; put a Flatten or a pooling over all places before it");
        }
        return checkUnits(output, categories);
    }

    private static Optional<Problem> checkUnits(BoundOutput output, int categories) {
        int units = output.units();
        if (units == 1 && output.layer().getLoss() == Loss.CATEGORICAL_CROSS_ENTROPY) {
            return problem(output, "categorical cross-entropy needs a unit for each of the " + categories
                    + " categories; with one unit take binary cross-entropy");
        }
        ClassUnits found = new ClassUnits(output.layer(), units, categories);
        return found.fit() ? Optional.empty() : Optional.of(new Problem(UNITS, Severity.ERROR,
                output.layer().getName(), message(output, "the layer before it has "
                        + English.quantity(units, "unit") + " for " + English.quantity(categories, "category")
                        + (categories == 2 ? "; take 1 unit with binary cross-entropy"
                                : "; take " + categories + " units")),
                WHY, found.fixes()));
    }

    private static Optional<Problem> problem(BoundOutput output, String reason) {
        return Optional.of(Problem.error(ID, output.layer().getName(), message(output, reason), WHY));
    }

    private static String message(BoundOutput output, String reason) {
        return "Output '" + output.layer().getName() + "' doesn't fit column '" + output.column().name() + "': "
                + reason + ".";
    }
}
