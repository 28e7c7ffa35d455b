// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.binding.BoundColumn;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.shape.Shape;

/** A check of columns and the layers that they are bound to. */
sealed interface FitCheck extends ExperimentCheck {
}

/** A column of images feeds inputs of height × width × 1 or 3; columns of a table feed inputs of as many numbers. */
final class InputFitCheck implements FitCheck {
    private static final String ID = "experiment.binding.input";
    private static final int IMAGE_AXES = 3;
    private static final int NAMED = 20;

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        return loaded.bindings().inputs().stream().flatMap(input -> check(input).stream()).toList();
    }

    private static Optional<Problem> check(BoundInput input) {
        if (input.takesArrays() && input.column().type() == ColumnType.ARRAY) {
            return input.shape().known() ? Optional.empty() : problem(input, "arrays need an input of a known size");
        }
        if (input.takesArrays()) {
            return isImage(input.shape()) ? Optional.empty() : problem(input,
                    "images need an input of height×width×1 (grey) or height×width×3 (colour)");
        }
        for (BoundColumn column : input.columns()) {
            if (column.holdsArrays()) {
                return problem(input, "images of '" + column.column().name() + "' need an input of their own");
            }
            if (column.column().type() == ColumnType.TEXT && column.encoding() != Encoding.MULTI_LABEL) {
                return problem(input, "only columns of images, arrays, numbers, categories and lists of them can be fed into a network");
            }
        }
        return checkWidth(input);
    }

    private static Optional<Problem> checkWidth(BoundInput input) {
        int width = input.columns().stream().mapToInt(BoundColumn::width).sum();
        long size = input.shape().known() ? input.shape().elements().orElse(0) : 0;
        if (size == width) {
            return Optional.empty();
        }
        if (input.columns().size() == 1 && width == 1) {
            return problem(input, "a column of numbers needs an input of size 1");
        }
        String widths = input.columns().stream().limit(NAMED)
                .map(column -> column.column().name() + " " + column.width()).collect(Collectors.joining(", "));
        return problem(input, "its columns give " + English.quantity(width, "number") + " a sample (" + widths
                + (input.columns().size() > NAMED ? " …" : "") + "); give the input the shape " + width);
    }

    private static boolean isImage(Shape shape) {
        return shape.known() && shape.rank() == IMAGE_AXES && (shape.last().size() == 1 || shape.last().size() == 3);
    }

    private static Optional<Problem> problem(BoundInput input, String reason) {
        String columns = input.columns().size() == 1 ? "column '" + input.column().name() + "'" : "its columns";
        return Optional.of(Problem.error(ID, input.layer().getName(),
                "Input '" + input.layer().getName() + "' of " + input.shape().display() + " doesn't fit " + columns
                        + ": " + reason + ".",
                "Images are brought to the size of the input; their number of channels becomes that of the input. "
                        + "Change the shape of the input, or bind it to another column."));
    }
}

/** An encoding can be used for what its column holds. */
final class EncodingCheck implements FitCheck {
    private static final String ID = "experiment.binding.encoding";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        List<Problem> problems = new ArrayList<>();
        for (Binding binding : loaded.experiment().getBindings()) {
            Optional<Column> column = loaded.dataset().column(String.valueOf(binding.getColumn()));
            column.flatMap(known -> check(binding, known)).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> check(Binding binding, Column column) {
        ColumnType type = column.type();
        String wanted = switch (binding.getEncoding()) {
            case NUMBER, LOG_STANDARDISED, TIME -> type == ColumnType.NUMBER ? "" : "numbers";
            case STANDARDISED -> type == ColumnType.NUMBER || type == ColumnType.ARRAY ? "" : "numbers or arrays";
            case ONE_HOT, INDEX, ORDERED -> type == ColumnType.CATEGORY ? "" : "categories";
            case MULTI_LABEL -> column.categories().isEmpty() ? "labels that it lists" : "";
            case EVENT -> type == ColumnType.NUMBER || column.categories().size() == 2 ? "" : "0 and 1, or two categories";
            case ARRAY, MASK -> type.read() ? "" : "images or arrays";
            case AUTO -> "";
        };
        return wanted.isEmpty() ? Optional.empty() : Optional.of(Problem.error(ID, binding.getLayer(),
                "'" + binding.getLayer() + "' takes column '" + column.name() + "' as "
                        + binding.getEncoding().getLiteral() + ", which needs " + wanted + "; the column holds "
                        + words(type) + ".",
                "The encoding says how the values of a column become numbers.", new LabelledFix(
                        "Use what fits the column", () -> binding.setEncoding(Encoding.AUTO))));
    }

    private static String words(ColumnType type) {
        return switch (type) {
            case IMAGE -> "images";
            case ARRAY -> "arrays";
            case CATEGORY -> "categories";
            case NUMBER -> "numbers";
            case TEXT -> "text";
        };
    }
}

/** The bindings of one layer. */
final class LayerBindings {
    private LayerBindings() {
    }

    /** The bindings of a layer to certain columns. */
    static List<Binding> of(Experiment experiment, String layer, List<String> columns) {
        return experiment.getBindings().stream().filter(binding -> Objects.equals(binding.getLayer(), layer))
                .filter(binding -> columns.contains(binding.getColumn())).toList();
    }

    /** Gives these columns of a layer another encoding. */
    static Fix encode(String label, Experiment experiment, String layer, List<String> columns, Encoding encoding) {
        return new LabelledFix(label,
                () -> of(experiment, layer, columns).forEach(binding -> binding.setEncoding(encoding)));
    }
}
