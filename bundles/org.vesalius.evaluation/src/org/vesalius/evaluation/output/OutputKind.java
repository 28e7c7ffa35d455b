// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

/**
 * What one output of a network is asked for, as far as measuring it goes.
 *
 * @param output name of the Output layer
 * @param task what it is asked for
 * @param names names of its values: the categories (of samples, or of steps), findings, quantities or structures; the
 *        ends of the intervals for hazards; none where values have no names
 * @param exclusive whether a place of an image or a step has a number for each of its names, of which one is right; of
 *        structures the first is the background
 * @param ties what Cox's likelihood makes of several events at one time; empty for all else
 */
public record OutputKind(String output, OutputTask task, List<String> names, boolean exclusive, Optional<Ties> ties) {
    /** Copies the names. */
    public OutputKind {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(task, "task");
        names = List.copyOf(names);
    }

    /** An output of any task but survival by Cox's likelihood; structures may overlap. */
    public static OutputKind of(String output, OutputTask task, List<String> names) {
        return new OutputKind(output, task, names, false, Optional.empty());
    }

    /** An output that tells the one category of a sample. */
    public static OutputKind categories(String output, List<String> categories) {
        return of(output, categories.size() == 2 ? OutputTask.BINARY : OutputTask.CATEGORY, categories);
    }

    /** An output that tells the one structure of each place; the first is the background. */
    public static OutputKind structures(String output, List<String> structures) {
        return new OutputKind(output, OutputTask.SEGMENTATION, structures, true, Optional.empty());
    }

    /**
     * An output that tells the one category of each step.
     *
     * @param units numbers that it says of a step: one for each category, or 1 for the second of two
     */
    public static OutputKind steps(String output, List<String> categories, int units) {
        return new OutputKind(output, OutputTask.SEQUENCE, categories, units > 1, Optional.empty());
    }

    /** An output that tells the logarithm of a hazard. */
    public static OutputKind cox(String output, Ties ties) {
        return new OutputKind(output, OutputTask.SURVIVAL, List.of(), false, Optional.of(ties));
    }

    /** Measures what it says; nothing is added yet. */
    public OutputMeasure measure() {
        return switch (task) {
            case BINARY, CATEGORY -> new CategoryMeasure(this);
            case MULTI_LABEL -> new MultiLabelMeasure(this);
            case REGRESSION -> new RegressionMeasure(this);
            case RECONSTRUCTION -> new ReconstructionMeasure();
            case SEQUENCE -> new StepMeasure(this);
            case SEGMENTATION -> new OverlapMeasure(this);
            case SURVIVAL -> ties.<OutputMeasure>map(CoxMeasure::new).orElseGet(() -> new HazardMeasure(this));
        };
    }

    /** What is kept of single samples. */
    public AnswerColumns columns() {
        return switch (task) {
            case BINARY, CATEGORY -> new AnswerColumns.Categories(names);
            case MULTI_LABEL -> new AnswerColumns.Findings(names);
            case REGRESSION -> new AnswerColumns.Quantities(names);
            case RECONSTRUCTION -> new AnswerColumns.Errors();
            case SEQUENCE -> new AnswerColumns.Steps(names, StepMeasure.columns(this));
            case SEGMENTATION -> new StructureColumns(this);
            case SURVIVAL -> ties.isEmpty() ? new HazardColumns(names) : new LogHazardColumns();
        };
    }
}
