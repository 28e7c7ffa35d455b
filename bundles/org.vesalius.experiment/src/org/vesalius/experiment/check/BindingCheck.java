// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;

/** Every input and output is bound once, and every binding leads from a layer that is there to a column that is there. */
final class BindingCheck implements ExperimentCheck {
    private static final String UNBOUND = "experiment.binding.missing";
    private static final String TWICE = "experiment.binding.twice";
    private static final String NOWHERE = "experiment.binding.nowhere";
    private static final String WHY = "Each input of the network needs a column to be fed from, and each output one to "
            + "be compared with.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> ends = loaded.network().getLayers().stream().filter(BindingCheck::isEnd).toList();
        for (Layer layer : ends) {
            checkLayer(loaded, layer).ifPresent(problems::add);
        }
        for (Binding binding : loaded.experiment().getBindings()) {
            checkBinding(loaded, ends, binding).ifPresent(problems::add);
        }
        return problems;
    }

    private static boolean isEnd(Layer layer) {
        return layer instanceof Input || layer instanceof Output;
    }

    private static Optional<Problem> checkLayer(LoadedExperiment loaded, Layer layer) {
        List<Binding> bindings = loaded.experiment().getBindings().stream()
                .filter(binding -> Objects.equals(binding.getLayer(), layer.getName())).toList();
        if (bindings.size() == 1) {
            return Optional.empty();
        }
        String name = (layer instanceof Input ? "Input '" : "Output '") + layer.getName() + "'";
        if (bindings.isEmpty()) {
            return Optional.of(Problem.error(UNBOUND, layer.getName(), name + " is bound to no column.", WHY,
                    bindFix(loaded, layer)));
        }
        Binding second = bindings.get(1);
        return Optional.of(Problem.error(TWICE, layer.getName(), name + " is bound " + bindings.size() + " times.",
                WHY, removeFix(loaded.experiment(), second)));
    }

    private static Optional<Problem> checkBinding(LoadedExperiment loaded, List<Layer> ends, Binding binding) {
        if (ends.stream().noneMatch(layer -> Objects.equals(layer.getName(), binding.getLayer()))) {
            return Optional.of(Problem.error(NOWHERE, binding.getLayer() == null ? "" : binding.getLayer(),
                    "A binding names '" + binding.getLayer() + "', which is no input or output of the network.", WHY,
                    removeFix(loaded.experiment(), binding)));
        }
        if (loaded.dataset().column(String.valueOf(binding.getColumn())).isPresent()) {
            return Optional.empty();
        }
        List<String> names = loaded.dataset().columns().stream().map(Column::name).toList();
        return Optional.of(Problem.error(NOWHERE, binding.getLayer(),
                "'" + binding.getLayer() + "' is bound to column '" + binding.getColumn()
                        + "', which the data set doesn't have.",
                "Its columns are " + String.join(", ", names) + ".", removeFix(loaded.experiment(), binding)));
    }

    private static Fix[] bindFix(LoadedExperiment loaded, Layer layer) {
        return candidate(loaded.dataset(), layer).map(column -> new Fix[] {
            new LabelledFix("Bind it to column '" + column.name() + "'", () -> {
                Binding binding = ExperimentFactory.eINSTANCE.createBinding();
                binding.setLayer(layer.getName());
                binding.setColumn(column.name());
                loaded.experiment().getBindings().add(binding);
            })}).orElse(new Fix[0]);
    }

    private static Optional<Column> candidate(Dataset dataset, Layer layer) {
        return dataset.first(layer instanceof Input ? ColumnRole.INPUT : ColumnRole.LABEL);
    }

    private static Fix removeFix(Experiment experiment, Binding binding) {
        return new LabelledFix("Remove the binding", () -> experiment.getBindings().remove(binding));
    }
}
