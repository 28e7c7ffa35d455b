// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.network.shape.Shape;

/**
 * Arrays are as large after the steps of their column as the layer that they are bound to: nothing else brings them to a size.
 *
 * @param sizes of the first array of each column, by its name
 */
record ArraySizeCheck(Map<String, List<Integer>> sizes) implements ExperimentCheck {
    private static final String ID = "experiment.binding.size";
    private static final Set<String> CHANNELS = Set.of("channels", "features");
    private static final String WHY = "Arrays are not brought to the size of a layer by themselves: the steps 'resample' and "
            + "'fit' of a column do it, written in its option 'preprocessing' in dataset.json. Of other arrays than the first "
            + "the training tells.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        List<Problem> problems = new ArrayList<>();
        loaded.bindings().inputs().stream().filter(input -> input.takesArrays() && input.shape().known())
                .forEach(input -> check("Input", input.layer().getName(), input.column().name(), input.shape(), input.shape())
                        .ifPresent(problems::add));
        loaded.bindings().outputs().stream().filter(output -> output.shape().known())
                .filter(output -> output.kind() == TargetKind.PLACES || output.kind() == TargetKind.ARRAY)
                .forEach(output -> check("Output", output.layer().getName(), output.column().name(), output.shape(),
                        output.kind() == TargetKind.PLACES ? output.shape().withLast(1) : output.shape())
                        .ifPresent(problems::add));
        return problems;
    }

    /**
     * @param shape what the layer has
     * @param wanted what its arrays are to have
     */
    private Optional<Problem> check(String kind, String layer, String column, Shape shape, Shape wanted) {
        List<Integer> found = sizes.get(column);
        if (found == null || significant(found).equals(significant(IntStream.range(0, wanted.rank())
                .mapToObj(wanted::size).toList()))) {
            return Optional.empty();
        }
        String words = found.stream().map(String::valueOf).collect(Collectors.joining("×"));
        return Optional.of(Problem.error(ID, layer, kind + " '" + layer + "' of " + shape.display() + " doesn't fit column '"
                + column + "': its arrays are " + words + " after the steps of the column (the first one is); "
                + (otherChannels(found, wanted) ? channels(found, wanted)
                        : kind.equals("Input") ? "give the input that shape, or bring the arrays to its size."
                                : "bring the arrays to the size of what the network says, as those of the input are."),
                WHY));
    }

    /** Whether they differ in the last axis alone, which no step brings to another size. */
    private static boolean otherChannels(List<Integer> found, Shape wanted) {
        int last = wanted.rank() - 1;
        return last > 0 && found.size() == wanted.rank() && CHANNELS.contains(wanted.last().name())
                && IntStream.range(0, last).allMatch(axis -> found.get(axis) == wanted.size(axis));
    }

    private static String channels(List<Integer> found, Shape wanted) {
        int last = wanted.rank() - 1;
        return "only the channels differ, " + found.get(last) + " in the arrays and " + wanted.size(last)
                + " in the layer: give the layer as many, since no step makes them fewer or more.";
    }

    /** Axes of one place make no difference. */
    private static List<Integer> significant(List<Integer> sizes) {
        return sizes.stream().filter(size -> size != 1).toList();
    }
}
