// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.shape.Shape;

/**
 * The bindings that the roles of columns suggest for a layer: an image for an input of images, all other inputs together
 * for an input of numbers, the label for an output of one unit, all labels for one of as many units, time and
 * event for one of survival.
 *
 * @param columns the columns of the data set
 */
public record SuggestedBindings(List<Column> columns) {
    /** Copies the list. */
    public SuggestedBindings {
        columns = List.copyOf(columns);
    }

    /**
     * Suggestions for an input.
     *
     * @param layer name of the Input
     * @param shape the shape of a sample; empty if it isn't known
     */
    public List<Binding> forInput(String layer, Optional<Shape> shape) {
        List<Column> inputs = inRole(ColumnRole.INPUT);
        boolean vector = shape.map(known -> known.rank() == 1).orElse(false);
        List<Column> records = inputs.stream().filter(column -> !column.type().read()).toList();
        return bindings(layer, vector && !records.isEmpty() ? records : inputs.stream().limit(1).toList());
    }

    /**
     * Suggestions for an output.
     *
     * @param layer name of the Output
     * @param shape the shape of what it says of a sample; empty if it isn't known
     */
    public List<Binding> forOutput(String layer, Optional<Shape> shape) {
        List<Column> labels = inRole(ColumnRole.LABEL);
        List<Column> events = inRole(ColumnRole.EVENT);
        List<Column> times = inRole(ColumnRole.TIME);
        if (labels.isEmpty() && events.size() == 1 && times.size() == 1) {
            return bindings(layer, List.of(times.get(0), events.get(0)));
        }
        boolean each = labels.size() > 1 && shape.map(known -> known.rank() == 1 && known.last().known()
                && known.last().size() == labels.size()).orElse(false);
        return bindings(layer, each ? labels : labels.stream().limit(1).toList());
    }

    private List<Column> inRole(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    private static List<Binding> bindings(String layer, List<Column> columns) {
        return columns.stream().map(column -> binding(layer, column, columns.size() > 1)).toList();
    }

    /** Numbers of several units meet in one input, so they are brought to one scale. */
    private static Binding binding(String layer, Column column, boolean together) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(layer);
        binding.setColumn(column.name());
        boolean quantity = column.role() == ColumnRole.INPUT && column.type() == ColumnType.NUMBER;
        binding.setEncoding(together && quantity ? Encoding.STANDARDISED : Encoding.AUTO);
        return binding;
    }
}
