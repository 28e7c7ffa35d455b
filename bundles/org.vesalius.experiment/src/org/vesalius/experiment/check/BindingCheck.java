// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Column;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.binding.SuggestedBindings;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;

/** Every input and output is bound, and every binding leads from a layer that is there to a column that is there, once. */
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
        Optional<Binding> second = IntStream.range(1, bindings.size()).filter(i -> repeats(bindings, i))
                .mapToObj(bindings::get).findFirst();
        if (!bindings.isEmpty() && second.isEmpty()) {
            return Optional.empty();
        }
        String name = (layer instanceof Input ? "Input '" : "Output '") + layer.getName() + "'";
        if (bindings.isEmpty()) {
            return Optional.of(Problem.error(UNBOUND, layer.getName(), name + " is bound to no column.", WHY,
                    bindFix(loaded, layer)));
        }
        return Optional.of(Problem.error(TWICE, layer.getName(), name + " is bound twice to "
                + (named(second.get().getInput()) ? "an input" : "column '" + second.get().getColumn() + "'") + ".", WHY,
                removeFix(loaded.experiment(), second.get())));
    }

    /** Whether a binding says what one before it says, or an output is compared with columns and an input at once. */
    private static boolean repeats(List<Binding> bindings, int index) {
        Binding binding = bindings.get(index);
        return bindings.subList(0, index).stream().anyMatch(other -> named(binding.getInput()) || named(other.getInput())
                || Objects.equals(other.getColumn(), binding.getColumn()));
    }

    private static boolean named(String input) {
        return input != null && !input.isEmpty();
    }

    private static Optional<Problem> checkBinding(LoadedExperiment loaded, List<Layer> ends, Binding binding) {
        if (ends.stream().noneMatch(layer -> Objects.equals(layer.getName(), binding.getLayer()))) {
            return Optional.of(Problem.error(NOWHERE, binding.getLayer() == null ? "" : binding.getLayer(),
                    "A binding names '" + binding.getLayer() + "', which is no input or output of the network.", WHY,
                    removeFix(loaded.experiment(), binding)));
        }
        if (named(binding.getInput())) {
            return checkInput(loaded, ends, binding);
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

    /** What an autoencoder gives back is an input that is there. */
    private static Optional<Problem> checkInput(LoadedExperiment loaded, List<Layer> ends, Binding binding) {
        boolean output = ends.stream().anyMatch(
                layer -> layer instanceof Output && Objects.equals(layer.getName(), binding.getLayer()));
        List<String> inputs = ends.stream().filter(Input.class::isInstance).map(Layer::getName).toList();
        if (output && inputs.contains(binding.getInput())) {
            return Optional.empty();
        }
        String message = output ? "Output '" + binding.getLayer() + "' is to give back '" + binding.getInput()
                + "', which is no input of the network."
                : "Input '" + binding.getLayer()
                        + "' is bound to an input; only an output can be.";
        return Optional.of(Problem.error(NOWHERE, binding.getLayer(), message, WHY,
                removeFix(loaded.experiment(), binding)));
    }

    private static Fix[] bindFix(LoadedExperiment loaded, Layer layer) {
        Set<String> taken = loaded.experiment().getBindings().stream().map(Binding::getColumn).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Binding> bindings = new SuggestedBindings(loaded.dataset().columns(), taken).of(layer,
                loaded.analysis().shapeOf(layer));
        if (bindings.isEmpty()) {
            return new Fix[0];
        }
        String label = bindings.size() == 1 ? "Bind it to column '" + bindings.get(0).getColumn() + "'"
                : "Bind it to the " + bindings.size() + " columns from '" + bindings.get(0).getColumn() + "' to '"
                        + bindings.get(bindings.size() - 1).getColumn() + "'";
        return new Fix[] {
            new LabelledFix(label, () -> loaded.experiment().getBindings().addAll(EcoreUtil.copyAll(bindings)))};
    }

    private static Fix removeFix(Experiment experiment, Binding binding) {
        return new LabelledFix("Remove the binding", () -> experiment.getBindings().remove(binding));
    }
}
