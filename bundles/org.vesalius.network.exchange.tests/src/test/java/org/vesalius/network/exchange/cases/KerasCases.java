// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.keras.write.KerasArchiveExporter;
import org.vesalius.network.exchange.keras.write.KerasH5Exporter;
import org.vesalius.network.layer.standard.StandardLayers;

/** The models of Keras 2 and 3 with what Keras computes. */
public final class KerasCases {
    private KerasCases() {
    }

    /** All model files. */
    public static List<Path> all() throws IOException {
        return Stream.of(ExchangeCases.files("keras2", ".h5"), ExchangeCases.files("keras3", ".h5"),
                ExchangeCases.files("keras3", ".keras")).flatMap(List::stream).toList();
    }

    /** What a case is called: {@code keras3/deep_branch.h5}. */
    public static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    /** What the import of a case comes to; the folder takes what is written. */
    static Outcome judge(Path file, Path folder) {
        return new ImportJudge(folder).judge(name(file), file,
                new NpzReference(ExchangeCases.beside(file, ".npz")));
    }

    /** The same for a case that goes out again and comes back. */
    static Outcome judgeReturn(Path file, Path folder, NetworkExporter exporter) {
        return new ImportJudge(folder).judgeReturn(name(file) + " as ." + exporter.extension(), file,
                new NpzReference(ExchangeCases.beside(file, ".npz")), exporter);
    }

    /** Prints what the cases come to, those whose names match the arguments. */
    public static void main(String... patterns) throws IOException {
        Path folder = Files.createTempDirectory("cases");
        Predicate<Path> wanted = file -> patterns.length == 0
                || Stream.of(patterns).anyMatch(pattern -> name(file).matches(pattern));
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : all().stream().filter(wanted).toList()) {
            outcomes.add(judge(file, folder));
            if (file.toString().endsWith(".keras") && Boolean.getBoolean("return")) {
                outcomes.add(judgeReturn(file, folder, new KerasH5Exporter(StandardLayers.catalog(), BlockSource.none())));
                outcomes.add(judgeReturn(file, folder, new KerasArchiveExporter(StandardLayers.catalog(), BlockSource.none())));
            }
        }
        System.out.println(Outcome.table(outcomes));
    }
}
