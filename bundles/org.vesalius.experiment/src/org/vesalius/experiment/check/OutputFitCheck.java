// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.Loss;
import org.vesalius.network.check.ClassUnits;
import org.vesalius.network.shape.Shape;

/** What an output says fits what its columns tell: as many numbers, and a loss for numbers of their kind. */
final class OutputFitCheck implements ExperimentCheck {
    private static final String ID = "experiment.binding.output";
    /** What the designer mends: its fixes change the network. */
    private static final String UNITS = "network.units";
    private static final String WHY = "With one unit and binary cross-entropy the network says how probable the second"
            + " category is; otherwise it has one unit for each category, label or quantity.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        return loaded.bindings().outputs().stream().flatMap(output -> check(output, loaded).stream()).toList();
    }

    private static Optional<Problem> check(BoundOutput output, LoadedExperiment loaded) {
        if (output.columns().stream().anyMatch(column -> Steps.byTraining(column.column()))) {
            return problem(output, "its column is standardised by the training samples, which is done to inputs only; leave"
                    + " the last step of its preprocessing out");
        }
        if (output.columns().stream().anyMatch(column -> column.encoding() == Encoding.LOG_STANDARDISED)) {
            return problem(output, "the logarithm of a column is for inputs only; take it standardised");
        }
        if (!output.shape().known()) {
            return problem(output, "the shape of what it says isn't known");
        }
        Optional<Problem> problem = switch (output.kind()) {
            case CATEGORY -> checkCategories(output);
            case ORDERED -> checkWidth(output, "for categories in their order");
            case LABELS -> checkWidth(output, "for labels");
            case NUMBERS -> checkNumbers(output);
            case SURVIVAL -> checkSurvival(output);
            case PLACES -> checkPlaces(output);
            case ARRAY -> checkArray(output);
            case INPUT -> checkInput(output, loaded);
        };
        return problem.or(() -> new LossFit(output).problem().flatMap(reason -> problem(output, reason)));
    }

    private static Optional<Problem> checkCategories(BoundOutput output) {
        if (output.column().type() != ColumnType.CATEGORY) {
            return problem(output, "its column holds no categories");
        }
        int categories = output.column().categories().size();
        if (categories < 2) {
            return problem(output, "the column has " + English.quantity(categories, "category")
                    + ", and it takes two to tell apart");
        }
        if (output.shape().rank() != 1) {
            return problem(output, axes(output));
        }
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

    private static Optional<Problem> checkNumbers(BoundOutput output) {
        if (output.columns().stream().anyMatch(column -> column.column().type() != ColumnType.NUMBER)) {
            return problem(output, "an output is compared with columns of categories, numbers or images");
        }
        return checkWidth(output, "for quantities");
    }

    /** As many units as the columns give numbers. */
    private static Optional<Problem> checkWidth(BoundOutput output, String what) {
        int width = output.names().size();
        long said = output.shape().elements().orElse(0);
        return said == width ? Optional.empty()
                : problem(output, "it says " + English.quantity(said, "number") + " a sample, and it takes "
                        + English.quantity(width, "unit") + " " + what);
    }

    private static Optional<Problem> checkSurvival(BoundOutput output) {
        List<Encoding> encodings = output.columns().stream().map(BoundColumn::encoding).sorted().toList();
        if (!encodings.equals(List.of(Encoding.TIME, Encoding.EVENT))) {
            return problem(output, "survival takes one column of times and one that tells events");
        }
        return output.shape().rank() == 1 ? Optional.empty() : problem(output, axes(output));
    }

    private static Optional<Problem> checkPlaces(BoundOutput output) {
        if (output.columns().size() == 1 && output.column().type() == ColumnType.IMAGE
                && output.column().categories().isEmpty() && output.units() > 1) {
            return problem(output, "a picture tells of each place whether it is marked, which takes 1 unit; columns that"
                    + " 'dataset import masks' makes tell the categories of masks");
        }
        return (isCategories(output) ? checkAxes(output, 3) : checkArray(output)).or(() -> checkUnits(output));
    }

    private static boolean isCategories(BoundOutput output) {
        return output.columns().size() == 1 && output.column().type() == ColumnType.IMAGE
                && !output.column().categories().isEmpty();
    }

    private static Optional<Problem> checkAxes(BoundOutput output, int axes) {
        return output.shape().rank() == axes ? Optional.empty()
                : problem(output, "a mask has rows and columns, and it says " + output.shape().display());
    }

    /** Each unit is a category of the array; a category without a unit would never be learnt nor counted. */
    private static Optional<Problem> checkUnits(BoundOutput output) {
        int categories = output.column().categories().size();
        return categories == 0 || output.units() == 1 || output.units() == categories ? Optional.empty()
                : problem(output, "the layer before it has " + English.quantity(output.units(), "unit") + " for "
                        + English.quantity(categories, "category") + "; take " + English.quantity(categories, "unit")
                        + ", or 1 that tells the first from all others");
    }

    private static Optional<Problem> checkArray(BoundOutput output) {
        if (output.columns().size() == 1 && output.column().type() == ColumnType.IMAGE
                && (output.shape().rank() != 3 || output.units() != 1 && output.units() != 3)) {
            return problem(output, "a picture has rows, columns and 1 or 3 channels, and it says "
                    + output.shape().display());
        }
        return output.columns().size() == 1 && output.shape().rank() > 1 ? Optional.empty()
                : problem(output, "an image or array is compared with one number for each of its places, and it says "
                        + output.shape().display());
    }

    private static Optional<Problem> checkInput(BoundOutput output, LoadedExperiment loaded) {
        Optional<Shape> shape = loaded.bindings().input(output.input()).map(input -> input.shape());
        return shape.filter(known -> !known.display().equals(output.shape().display()))
                .flatMap(known -> problem(output, "it is to give back '" + output.input() + "' of " + known.display()
                        + ", and it says " + output.shape().display()));
    }

    private static String axes(BoundOutput output) {
        return "it says " + output.shape().display() + " values in " + output.shape().rank()
                + " axes; put a Flatten or a pooling over all places before it";
    }

    private static Optional<Problem> problem(BoundOutput output, String reason) {
        return Optional.of(Problem.error(ID, output.layer().getName(), message(output, reason), WHY));
    }

    private static String message(BoundOutput output, String reason) {
        String columns = output.columns().isEmpty() ? "what it is to give back" : output.columns().size() == 1
                ? "column '" + output.column().name() + "'" : "its columns";
        return "Output '" + output.layer().getName() + "' doesn't fit " + columns + ": " + reason + ".";
    }
}
