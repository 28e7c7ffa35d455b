// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.NetworkQuestion.Given;
import org.vesalius.network.Input;

/**
 * Which files are for which input. Named ones are for the input of that name, or for {@code x0}, {@code x1} … in the
 * network's order. Of the others a single .npz file is for all inputs, images are for the first that takes images, and
 * each other file is for the next input.
 */
final class GivenFiles {
    private final Map<Input, List<Path>> files = new LinkedHashMap<>();
    private final List<Input> inputs;

    private GivenFiles(List<Input> inputs) {
        this.inputs = inputs;
        inputs.forEach(input -> files.put(input, new ArrayList<>()));
    }

    /** The kind of a file, by the end of its name. */
    enum Kind {
        /** Arrays with names. */
        NPZ,
        /** One array. */
        NPY,
        /** A table. */
        CSV,
        /** Whatever else: a reader of images may know it. */
        IMAGE;

        static Kind of(Path file) {
            String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
            return name.endsWith(".npz") ? NPZ : name.endsWith(".npy") ? NPY : name.endsWith(".csv") ? CSV : IMAGE;
        }
    }

    /**
     * Deals files out.
     *
     * @param inputs in the network's order
     * @throws ReportedException if an input gets none, or there are too many
     */
    static Map<Input, List<Path>> among(List<Input> inputs, List<Given> given) {
        GivenFiles dealt = new GivenFiles(inputs);
        given.stream().filter(file -> !file.input().isEmpty()).forEach(dealt::named);
        dealt.unnamed(given.stream().filter(file -> file.input().isEmpty()).map(file -> Path.of(file.file())).toList());
        for (Input input : inputs) {
            if (dealt.files.get(input).isEmpty()) {
                throw refused("Nothing is given for the input '" + input.getName() + "'",
                        "Give a file for each of: " + names(inputs) + "; NAME=FILE says for which one it is");
            }
        }
        return dealt.files;
    }

    private void named(Given given) {
        Input input = inputs.stream().filter(each -> each.getName().equals(given.input())
                || given.input().equals("x" + inputs.indexOf(each))).findFirst()
                .orElseThrow(() -> refused("The network has no input '" + given.input() + "'",
                        "Take one of: " + names(inputs)));
        files.get(input).add(Path.of(given.file()));
    }

    private void unnamed(List<Path> given) {
        List<Path> arrays = given.stream().filter(file -> Kind.of(file) != Kind.IMAGE).toList();
        List<Path> images = given.stream().filter(file -> Kind.of(file) == Kind.IMAGE).toList();
        if (arrays.size() == 1 && images.isEmpty() && Kind.of(arrays.get(0)) == Kind.NPZ) {
            files.values().stream().filter(List::isEmpty).forEach(list -> list.add(arrays.get(0)));
            return;
        }
        if (!images.isEmpty()) {
            files.get(next(true).orElseThrow(() -> refused("No input of the network is left that takes images",
                    "Its inputs are: " + names(inputs) + "; give a .npz or .csv file"))).addAll(images);
        }
        for (Path array : arrays) {
            files.get(next(false).orElseThrow(() -> refused("There are more files than inputs",
                    "Give one file for each of: " + names(inputs)))).add(array);
        }
    }

    private Optional<Input> next(boolean ofImages) {
        return inputs.stream().filter(input -> files.get(input).isEmpty() && (!ofImages || takesImages(input)))
                .findFirst();
    }

    private static boolean takesImages(Input input) {
        return input.getShape() != null && input.getShape().rank() == 3
                && (input.getShape().size(2) == 1 || input.getShape().size(2) == 3);
    }

    private static String names(List<Input> inputs) {
        return inputs.stream().map(input -> input.getName()
                + (input.getShape() == null ? "" : " (" + input.getShape().display() + ")"))
                .collect(Collectors.joining(", "));
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
