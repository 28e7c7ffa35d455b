// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Axis;

/**
 * The last layers say as many numbers as the data set has categories. A network knows no data, so this check comes from
 * the experiments that train it: add it to {@link NetworkChecks#all()}.
 */
public final class ClassesCheck implements NetworkCheck {
    private static final String ID = "network.units";

    private final List<Expected> expected;

    /** @param expected what the outputs are compared with */
    public ClassesCheck(List<Expected> expected) {
        this.expected = List.copyOf(expected);
    }

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.layers(Output.class).stream().flatMap(output -> expectedOf(output).entrySet().stream()
                .flatMap(classes -> check(network, output, classes.getKey(), classes.getValue()).stream())).toList();
    }

    /** What experiments agree on is one problem. */
    private Map<Classes, List<String>> expectedOf(Output output) {
        return expected.stream().filter(classes -> Objects.equals(classes.output(), output.getName()))
                .collect(Collectors.groupingBy(classes -> new Classes(classes.column(), classes.classes()),
                        LinkedHashMap::new, Collectors.mapping(Expected::experiment, Collectors.toList())));
    }

    private static Optional<Problem> check(CheckedNetwork network, Output output, Classes expected, List<String> experiments) {
        int units = network.inferred().shapeOf(output).map(shape -> shape.last().size()).orElse(Axis.UNKNOWN);
        ClassUnits found = new ClassUnits(output, units, expected.count());
        return units == Axis.UNKNOWN || found.fit() ? Optional.empty()
                : Optional.of(problem(found, expected.column(), English.all(experiments)));
    }

    private static Problem problem(ClassUnits found, String column, String experiments) {
        Layer layer = found.decidingLayer().orElse(found.output());
        int units = found.units();
        return new Problem(ID, Severity.ERROR, CheckedNetwork.subject(layer), LayerInfo.called(layer) + " gives "
                + units + (units == 1 ? " number" : " numbers") + ", but column '" + column + "' has "
                + found.classes() + " categories in " + experiments + "; "
                + (found.classes() == 2 ? "give it 1 unit with a sigmoid, or 2 with a softmax."
                        : "give it " + found.classes() + " units with a softmax."),
                "With one unit and binary cross-entropy the network says how probable the second category is;"
                        + " otherwise it has one unit for each category.",
                found.fixes());
    }

    /**
     * What an experiment compares an Output with.
     *
     * @param output the name of the {@link Output}
     * @param column the column of the data set that holds the truth
     * @param classes how many categories exclude each other there, at least 2
     * @param experiment the experiment that says so, as people call it
     */
    public record Expected(String output, String column, int classes, String experiment) {
    }

    private record Classes(String column, int count) {
    }
}
