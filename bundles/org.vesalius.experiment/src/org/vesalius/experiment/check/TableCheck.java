// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.split.Folds;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunIntegrity;

/** A check of what columns of a table feed. */
sealed interface TableCheck extends ExperimentCheck {
}

/** Nothing goes into a network that isn't known: for each column it is decided what stands in for missing values. */
final class MissingInputCheck implements TableCheck {
    private static final String ID = "experiment.missing-values";
    private static final String WHY = "The column's treatment of missing values in dataset.json says what stands in for"
            + " them (leave-out, constant, mean, median or mode); without one such samples can't be used.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        TrainingSettings training = loaded.experiment().getTraining();
        List<Problem> problems = new ArrayList<>();
        List<Sample> samples = RunIntegrity.samples(loaded.dataset());
        for (BoundInput input : loaded.bindings().inputs()) {
            for (BoundColumn column : input.columns()) {
                long missing = undecided(column) ? samples.stream().filter(it -> column.cell(it).isEmpty()).count() : 0;
                if (missing > 0 && training != null) {
                    problems.add(problem(column, missing, samples.size(), training));
                } else if (isFitted(column) && loaded.dataset().samples(Subset.TRAIN).stream().map(column::cell)
                        .allMatch(String::isEmpty)) {
                    problems.add(unfitted(column));
                }
            }
        }
        return problems;
    }

    private static boolean undecided(BoundColumn column) {
        return !column.holdsArrays() && column.column().missing().treatment() == Treatment.NONE;
    }

    /** Whether what stands in for missing values is taken from the training samples. */
    private static boolean isFitted(BoundColumn column) {
        return !column.holdsArrays() && Set.of(Treatment.MEAN, Treatment.MEDIAN, Treatment.MODE)
                .contains(column.column().missing().treatment());
    }

    private static Problem unfitted(BoundColumn column) {
        String name = column.column().name();
        return Problem.error(ID, name, "No training sample has a value in column '" + name + "', so there is no "
                + column.column().missing().treatment().text() + " that could stand in for missing ones.",
                "Leave the column out, give it a constant for missing values in dataset.json, or divide the samples"
                        + " otherwise.");
    }

    private static Problem problem(BoundColumn column, long missing, int samples, TrainingSettings training) {
        String message = missing + " of " + samples + " samples have no value in column '" + column.column().name() + "'";
        return training.isLeaveOutUnreadable()
                ? Problem.warning(ID, column.column().name(), message + " and are left out.", WHY)
                : Problem.error(ID, column.column().name(), message + ", and nothing says what stands in for it.", WHY,
                        new LabelledFix("Leave such samples out", () -> training.setLeaveOutUnreadable(true)));
    }
}

/** Numbers that go into a network together are of one scale. */
final class ScaleCheck implements TableCheck {
    private static final String ID = "experiment.scale";
    /** Networks begin with weights for inputs of about 1; ten times that still trains. */
    private static final double LARGE = 10;

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        List<Sample> training = loaded.dataset().samples(Subset.TRAIN);
        return loaded.bindings().inputs().stream().flatMap(input -> check(input, training, loaded).stream()).toList();
    }

    private static Optional<Problem> check(BoundInput input, List<Sample> training, LoadedExperiment loaded) {
        List<String> large = input.columns().stream().filter(column -> column.encoding() == Encoding.NUMBER)
                .filter(column -> column.column().type() == ColumnType.NUMBER && largest(column, training) > LARGE)
                .map(column -> column.column().name()).toList();
        if (large.isEmpty()) {
            return Optional.empty();
        }
        String layer = input.layer().getName();
        return Optional.of(Problem.advice(ID, layer, "Input '" + layer + "' gets " + (large.size() == 1
                ? "column '" + large.get(0) + "' as it is, with numbers" : large.size() + " columns as they are with numbers, as in '"
                        + large.get(0) + "',")
                + " far from 0 to 1.",
                "Large numbers drown small ones, and training may be slow or diverge. Standardised numbers have the mean 0"
                        + " and the standard deviation 1 over the training samples.",
                LayerBindings.encode("Standardise " + (large.size() == 1 ? "it" : "them"), loaded.experiment(), layer,
                        large, Encoding.STANDARDISED)));
    }

    /** The median of the absolute numbers: a few outliers don't matter. */
    private static double largest(BoundColumn column, List<Sample> training) {
        double[] sorted = training.stream().map(column::cell).filter(cell -> !cell.isEmpty())
                .mapToDouble(cell -> Math.abs(Double.parseDouble(cell))).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}

/** Logarithms are taken of numbers from 0 on. */
final class LogarithmCheck implements TableCheck {
    private static final String ID = "experiment.logarithm";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        List<Sample> samples = RunIntegrity.samples(loaded.dataset());
        return loaded.bindings().inputs().stream().flatMap(input -> input.columns().stream())
                .filter(column -> column.encoding() == Encoding.LOG_STANDARDISED
                        && column.column().type() == ColumnType.NUMBER)
                .flatMap(column -> check(column, samples).stream()).toList();
    }

    private static Optional<Problem> check(BoundColumn column, List<Sample> samples) {
        String constant = column.column().missing().treatment() == Treatment.CONSTANT ? column.column().missing().constant() : "";
        long below = samples.stream().map(column::cell).map(cell -> cell.isEmpty() ? constant : cell)
                .filter(cell -> !cell.isEmpty() && Double.parseDouble(cell) < 0).count();
        String name = column.column().name();
        return below == 0 ? Optional.empty() : Optional.of(Problem.error(ID, name, English.quantity(below, "sample")
                + (below == 1 ? " has" : " have") + " a number below 0 in column '" + name + "', of which the logarithm is to be taken.",
                "ln(1 + number) is for counts, concentrations and other numbers from 0 on. Take the column standardised,"
                        + " or say which number means that a value is missing."));
    }
}

/** Cox's likelihood compares samples, so a batch has to hold them all. */
final class FullBatchCheck implements TableCheck {
    private static final String ID = "experiment.full-batch";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        TrainingSettings settings = loaded.experiment().getTraining();
        int training = loaded.dataset().samples(Subset.TRAIN).size();
        if (settings == null || settings.getBatchSize() >= training) {
            return List.of();
        }
        return loaded.bindings().outputs().stream().filter(output -> LossFit.ofCox(output.layer().getLoss()))
                .map(output -> Problem.warning(ID, "batchSize", "Output '" + output.layer().getName()
                        + "' is trained with Cox's partial likelihood in batches of " + settings.getBatchSize() + " of "
                        + training + " training samples.",
                        "The likelihood compares each sample with all others at risk;"
                                + " in parts of them it is another one. Discrete hazards can be trained in batches of any size.",
                        new LabelledFix("Train on all at once", () -> settings.setBatchSize(training))))
                .toList();
    }
}

/** Each sample is in a fold of a cross-validation. */
final class FoldsCheck implements ExperimentCheck {
    private static final String ID = "experiment.folds";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        CrossValidation cross = loaded.experiment().getFolds();
        if (cross == null) {
            return List.of();
        }
        Column column = Folds.of(loaded.dataset(), Objects.requireNonNullElse(cross.getColumn(), "")).column();
        long without = loaded.dataset().samples().stream().filter(sample -> sample.lacks(column)).count();
        return without == 0 ? List.of() : List.of(Problem.warning(ID, column.name(), without + " of "
                + loaded.dataset().samples().size() + " samples are in no fold and are not used.",
                "Column '" + column.name() + "' says which fold a sample is in; it is empty for them."));
    }
}
