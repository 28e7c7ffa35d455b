// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Connection;
import org.vesalius.network.Embedding;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.shape.Shape;

/**
 * The bindings that the roles of columns suggest for a layer: arrays for an input of several axes, all other inputs together
 * for an input of numbers; for an output the labels that its shape and its loss are for, time and event for one of survival.
 * Among several that fit, a column named like the layer comes first, then one that no other layer is bound to.
 *
 * @param columns the columns of the data set
 * @param taken names of the columns that other layers are bound to
 */
public record SuggestedBindings(List<Column> columns, Set<String> taken) {
    private static final Set<Loss> OF_QUANTITIES =
            EnumSet.of(Loss.MEAN_SQUARED_ERROR, Loss.MEAN_ABSOLUTE_ERROR, Loss.HUBER, Loss.POISSON);
    /** The units of others are the categories of one column. */
    private static final Set<Loss> OF_FINDINGS = EnumSet.of(Loss.BINARY_CROSS_ENTROPY, Loss.FOCAL, Loss.HINGE);
    private static final Set<Loss> OF_SURVIVAL = EnumSet.of(Loss.COX_EFRON, Loss.COX_BRESLOW, Loss.DISCRETE_HAZARDS);
    private static final Set<Integer> PICTURE_CHANNELS = Set.of(1, 3);
    private static final int PICTURE_AXES = 3;

    /** Copies both. */
    public SuggestedBindings {
        columns = List.copyOf(columns);
        taken = Set.copyOf(taken);
    }

    /** Suggestions for all inputs and outputs of a network. */
    public static List<Binding> all(List<Column> columns, Network network, NetworkAnalysis analysis) {
        List<Binding> bindings = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Layer layer : network.getLayers()) {
            List<Binding> found = new SuggestedBindings(columns, taken).of(layer, analysis.shapeOf(layer));
            found.forEach(binding -> taken.add(binding.getColumn()));
            bindings.addAll(found);
        }
        return bindings;
    }

    /**
     * Suggestions for a layer.
     *
     * @param layer an Input or Output; for others there are none
     * @param shape the shape of a sample there; empty if it isn't known
     */
    public List<Binding> of(Layer layer, Optional<Shape> shape) {
        List<Column> chosen = layer instanceof Input input ? inputs(input, shape)
                : layer instanceof Output output ? outputs(output, shape) : List.of();
        return chosen.stream().map(column -> binding(layer, column, chosen.size() > 1)).toList();
    }

    private List<Column> inputs(Input layer, Optional<Shape> shape) {
        List<Column> inputs = inRole(ColumnRole.INPUT);
        int axes = shape.map(Shape::rank).orElse(0);
        List<Column> records = inputs.stream().filter(column -> !column.type().read()).toList();
        if (axes == 1 && !records.isEmpty()) {
            return feedsEmbedding(layer) ? best(layer, records, column -> column.type() == ColumnType.CATEGORY) : records;
        }
        List<Column> arrays = inputs.stream().filter(column -> column.type().read()).toList();
        ColumnType type = shape.filter(SuggestedBindings::isPicture).isPresent() ? ColumnType.IMAGE : ColumnType.ARRAY;
        return best(layer, arrays.isEmpty() ? inputs : arrays, column -> column.type() == type);
    }

    private static boolean feedsEmbedding(Input layer) {
        return layer.getOutgoing().stream().map(Connection::getTarget).anyMatch(Embedding.class::isInstance);
    }

    private static boolean isPicture(Shape shape) {
        return shape.rank() == PICTURE_AXES && shape.last().known() && PICTURE_CHANNELS.contains(shape.last().size());
    }

    private List<Column> outputs(Output layer, Optional<Shape> shape) {
        List<Column> labels = inRole(ColumnRole.LABEL);
        List<Column> survival = Stream.of(ColumnRole.TIME, ColumnRole.EVENT).flatMap(role -> inRole(role).stream()).toList();
        boolean followed = inRole(ColumnRole.TIME).size() == 1 && inRole(ColumnRole.EVENT).size() == 1;
        if (followed && (labels.isEmpty() || OF_SURVIVAL.contains(layer.getLoss()))) {
            return survival;
        }
        List<Column> fitting = labels.stream().filter(column -> fits(column, layer.getLoss(), shape)).toList();
        int units = shape.filter(known -> known.rank() > 0 && known.last().known()).map(known -> known.last().size())
                .orElse(0);
        List<Column> free = fitting.stream().filter(column -> !taken.contains(column.name())).toList();
        boolean shared = OF_QUANTITIES.contains(layer.getLoss()) || OF_FINDINGS.contains(layer.getLoss());
        if (shared && shape.map(Shape::rank).orElse(0) == 1 && free.size() > 1 && units == free.size()) {
            return free;
        }
        return best(layer, fitting.isEmpty() ? labels : fitting, column -> tells(column, units));
    }

    /** Whether a column holds what such an output is for: arrays, quantities or categories. */
    private static boolean fits(Column column, Loss loss, Optional<Shape> shape) {
        if (shape.map(Shape::rank).orElse(0) > 1) {
            return column.type().read();
        }
        return !column.type().read() && OF_QUANTITIES.contains(loss) == (column.type() == ColumnType.NUMBER);
    }

    private static boolean tells(Column column, int units) {
        int categories = column.categories().size();
        return units == Math.max(1, categories) || units == 1 && categories == 2;
    }

    /** The column that suits a layer best, the first of equals. */
    private List<Column> best(Layer layer, List<Column> candidates, Predicate<Column> preferred) {
        Stream<Predicate<Column>> wishes = Stream.of(column -> column.name().equalsIgnoreCase(layer.getName()),
                preferred.and(column -> !taken.contains(column.name())), column -> !taken.contains(column.name()), preferred,
                column -> true);
        return wishes.flatMap(wish -> candidates.stream().filter(wish).limit(1)).limit(1).toList();
    }

    private List<Column> inRole(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** Quantities of several units meet in one layer, so they are brought to one scale. */
    private static Binding binding(Layer layer, Column column, boolean together) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(layer.getName());
        binding.setColumn(column.name());
        boolean quantity = column.type() == ColumnType.NUMBER && (layer instanceof Input ? together
                : layer instanceof Output output && OF_QUANTITIES.contains(output.getLoss())
                        && output.getLoss() != Loss.POISSON);
        binding.setEncoding(quantity && (column.role() == ColumnRole.INPUT || column.role() == ColumnRole.LABEL)
                ? Encoding.STANDARDISED : Encoding.AUTO);
        return binding;
    }
}
