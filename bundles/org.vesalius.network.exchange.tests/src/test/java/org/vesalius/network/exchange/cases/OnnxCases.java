// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** ONNX files: those made by hand, and those that PyTorch exported. */
public final class OnnxCases {
    /** PyTorch 1.13 writes other numbers into this file than it computes with, so the file itself is the reference. */
    private static final String OTHER_THAN_ITS_SOURCE = "torch/circular_o13";

    /** Two nodes of one name, no samples at all, coordinates that came later: read, but nothing to compare with. */
    private static final Set<String> REFUSED_BY_RUNTIME = Set.of("onnx/same_names", "onnx/dim0", "onnx/bi_hs_default",
            "onnx/rs_near_tf_half_pixel_for_nn_floor_2", "onnx/rs_near_tf_half_pixel_for_nn_floor_3");

    private OnnxCases() {
    }

    /** The files of a folder: {@code onnx} or {@code torch}. */
    public static List<Path> in(String folder) throws IOException {
        return ExchangeCases.files(folder, ".onnx");
    }

    /** What a case is called: {@code torch/conv_o13}. */
    public static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName().toString().replaceAll("\\.onnx$", "");
    }

    /** What a model is compared with; empty for those that ONNX Runtime refuses. */
    static Optional<Reference> reference(Path file) throws Exception {
        if (REFUSED_BY_RUNTIME.contains(name(file))) {
            return Optional.empty();
        }
        if (!OnnxReference.hasArrays(file)) {
            return Optional.of(OnnxReference.random(file));
        }
        NpzReference arrays = new NpzReference(ExchangeCases.beside(file, ".npz"));
        return Optional.of(new OnnxReference(file, arrays.given(),
                name(file).equals(OTHER_THAN_ITS_SOURCE) ? List.of() : arrays.outputs()));
    }

    /** What the import of a case comes to; the folder takes what is written. */
    static Outcome judge(Path file, Path folder) throws Exception {
        ImportJudge judge = new ImportJudge(folder);
        Optional<Reference> reference = reference(file);
        return reference.isPresent() ? judge.judge(name(file), file, reference.get())
                : judge.judgeAlone(name(file), file);
    }

    /** Prints what the cases come to, those whose names match the arguments. */
    public static void main(String... patterns) throws Exception {
        Path folder = Files.createTempDirectory("cases");
        Predicate<Path> wanted = file -> patterns.length == 0
                || Stream.of(patterns).anyMatch(pattern -> name(file).matches(pattern));
        List<Outcome> outcomes = new ArrayList<>();
        for (String group : List.of("onnx", "torch")) {
            for (Path file : in(group).stream().filter(wanted).toList()) {
                outcomes.add(judge(file, folder));
            }
        }
        System.out.println(Outcome.table(outcomes));
    }
}
