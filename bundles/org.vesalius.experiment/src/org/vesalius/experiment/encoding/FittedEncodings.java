// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.experiment.binding.BoundColumn;

/**
 * How the columns of a run become numbers.
 *
 * @param layers by the name of the Input or Output layer, its columns in their order; arrays are not among them
 */
public record FittedEncodings(Map<String, List<FittedColumn>> layers) {
    /** Copies the map. */
    public FittedEncodings {
        layers = new LinkedHashMap<>(layers);
        layers.replaceAll((layer, columns) -> List.copyOf(columns));
    }

    /** Fits what the bindings name to the training samples of a data set. */
    public static FittedEncodings fit(Bindings bindings, Dataset dataset) {
        ColumnFit fit = new ColumnFit(dataset);
        Map<String, List<FittedColumn>> layers = new LinkedHashMap<>();
        bindings.inputs().forEach(input -> put(layers, input.layer().getName(), input.columns(), fit::input));
        bindings.outputs().forEach(output -> put(layers, output.layer().getName(), output.columns(),
                column -> target(column, output, fit)));
        return new FittedEncodings(layers);
    }

    private static FittedColumn target(BoundColumn column, BoundOutput output, ColumnFit fit) {
        Optional<BoundColumn> event = output.columns().stream().filter(other -> other.encoding() == Encoding.EVENT)
                .findFirst();
        boolean intervals = column.encoding() == Encoding.TIME && event.isPresent() && output.units() > 1;
        return intervals ? fit.times(column, event.get(), output.units()) : fit.target(column);
    }

    private static void put(Map<String, List<FittedColumn>> layers, String layer, List<BoundColumn> columns,
            Function<BoundColumn, FittedColumn> fit) {
        List<FittedColumn> fitted = columns.stream().filter(column -> !column.holdsArrays()).map(fit).toList();
        if (!fitted.isEmpty()) {
            layers.put(layer, fitted);
        }
    }

    /** The columns of a layer; none where its columns hold arrays. */
    public List<FittedColumn> of(String layer) {
        return layers.getOrDefault(layer, List.of());
    }
}
