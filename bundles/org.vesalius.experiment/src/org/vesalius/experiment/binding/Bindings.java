// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.shape.Shape;

/**
 * The bindings of an experiment, with names looked up. What leads nowhere is left out: the checks tell the user.
 *
 * @param inputs the bound inputs, in the order of the network
 * @param outputs the bound outputs, in the order of the network
 */
public record Bindings(List<BoundInput> inputs, List<BoundOutput> outputs) {
    /** Copies the lists. */
    public Bindings {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Looks up the names in the bindings of an experiment. */
    public static Bindings of(Experiment experiment, Network network, NetworkAnalysis analysis, Dataset dataset) {
        BindingLookup lookup = new BindingLookup(experiment, analysis, dataset);
        return new Bindings(layers(network, Input.class).flatMap(layer -> lookup.input(layer).stream()).toList(),
                layers(network, Output.class).flatMap(layer -> lookup.output(layer).stream()).toList());
    }

    /** The bound input of this name. */
    public Optional<BoundInput> input(String name) {
        return inputs.stream().filter(input -> input.layer().getName().equals(name)).findFirst();
    }

    private static <L extends Layer> Stream<L> layers(Network network, Class<L> type) {
        return network.getLayers().stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * An input of the network and the columns that feed it.
     *
     * @param layer the Input layer
     * @param shape the shape of one sample
     * @param columns the columns, at least one; their numbers follow one another
     */
    public record BoundInput(Input layer, Shape shape, List<BoundColumn> columns) {
        /** No component may be null; there is a column. */
        public BoundInput {
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(shape, "shape");
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("an input is fed by a column");
            }
        }

        /** The first column. */
        public Column column() {
            return columns.get(0).column();
        }

        /** Whether it is fed by one column of arrays: images, volumes, signals. */
        public boolean takesArrays() {
            return columns.size() == 1 && columns.get(0).holdsArrays();
        }
    }

    /**
     * An output of the network and the columns it is compared with.
     *
     * @param layer the Output layer
     * @param shape the shape of what it says about one sample
     * @param kind what the columns tell
     * @param columns the columns; none where it is compared with an input
     * @param input name of the Input layer that it is compared with; empty where there are columns
     */
    public record BoundOutput(Output layer, Shape shape, TargetKind kind, List<BoundColumn> columns, String input) {
        /** No component may be null; there are columns or an input. */
        public BoundOutput {
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(shape, "shape");
            Objects.requireNonNull(kind, "kind");
            columns = List.copyOf(columns);
            if (columns.isEmpty() == input.isEmpty()) {
                throw new IllegalArgumentException("an output is compared with columns or with an input");
            }
        }

        /**
         * The first column.
         *
         * @throws IndexOutOfBoundsException where it is compared with an input
         */
        public Column column() {
            return columns.get(0).column();
        }

        /** The categories that it tells apart, in the order of their numbers; empty where it tells no single category. */
        public List<String> categories() {
            return kind == TargetKind.CATEGORY || kind == TargetKind.ORDERED ? column().categories() : List.of();
        }

        /** What its values stand for: categories, labels or quantities; empty for arrays. */
        public List<String> names() {
            return columns.stream().flatMap(column -> column.names().stream()).toList();
        }

        /**
         * Number of values it says about one sample or place: 1 for two categories or a number, otherwise one for each.
         */
        public int units() {
            return shape.last().size();
        }
    }
}

/** Looks up what the bindings of an experiment name. */
final class BindingLookup {
    private final Experiment experiment;
    private final NetworkAnalysis analysis;
    private final Dataset dataset;

    BindingLookup(Experiment experiment, NetworkAnalysis analysis, Dataset dataset) {
        this.experiment = experiment;
        this.analysis = analysis;
        this.dataset = dataset;
    }

    Optional<Bindings.BoundInput> input(Input layer) {
        List<BoundColumn> columns = columns(layer, column -> AutoEncoding.of(column, layer)).stream()
                .map(BoundColumn::asPrepared).toList();
        return columns.isEmpty() ? Optional.empty()
                : analysis.shapeOf(layer).map(shape -> new Bindings.BoundInput(layer, shape, columns));
    }

    Optional<Bindings.BoundOutput> output(Output layer) {
        return analysis.shapeOf(layer).flatMap(shape -> output(layer, shape));
    }

    private Optional<Bindings.BoundOutput> output(Output layer, Shape shape) {
        List<Column> all = columns(layer, column -> Encoding.NUMBER).stream().map(BoundColumn::column).toList();
        List<BoundColumn> columns = columns(layer, column -> AutoEncoding.of(column, layer, shape, all));
        String input = bindings(layer).stream().map(Binding::getInput).filter(name -> name != null && !name.isEmpty())
                .findFirst().orElse("");
        if (columns.isEmpty() && input.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(columns.isEmpty()
                ? new Bindings.BoundOutput(layer, shape, TargetKind.INPUT, columns, input)
                : new Bindings.BoundOutput(layer, shape, kind(columns), columns, ""));
    }

    private static TargetKind kind(List<BoundColumn> columns) {
        return switch (columns.get(0).encoding()) {
            case ONE_HOT -> TargetKind.CATEGORY;
            case INDEX -> columns.size() == 1 ? TargetKind.CATEGORY : TargetKind.LABELS;
            case ORDERED -> TargetKind.ORDERED;
            case MULTI_LABEL -> TargetKind.LABELS;
            case MASK -> TargetKind.PLACES;
            case ARRAY -> TargetKind.ARRAY;
            case TIME, EVENT -> TargetKind.SURVIVAL;
            case AUTO, NUMBER, STANDARDISED, LOG_STANDARDISED -> TargetKind.NUMBERS;
        };
    }

    private List<BoundColumn> columns(Layer layer, Function<Column, Encoding> suggestion) {
        List<BoundColumn> columns = new ArrayList<>();
        for (Binding binding : bindings(layer)) {
            dataset.column(String.valueOf(binding.getColumn())).ifPresent(column -> columns.add(new BoundColumn(column,
                    binding.getEncoding() == Encoding.AUTO ? suggestion.apply(column) : binding.getEncoding(),
                    binding.getSeparator() == null || binding.getSeparator().isEmpty() ? column.separator()
                            : binding.getSeparator())));
        }
        Set<String> seen = new HashSet<>();
        columns.removeIf(column -> !seen.add(column.column().name()));
        return columns;
    }

    private List<Binding> bindings(Layer layer) {
        return experiment.getBindings().stream()
                .filter(binding -> layer.getName() != null && layer.getName().equals(binding.getLayer())).toList();
    }
}
