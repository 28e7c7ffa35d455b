// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.Analyses;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;

/** The networks of the examples, which newcomers open first. */
class ExampleNetworksTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith("." + NetworkFiles.EXTENSION))
                    .filter(file -> !file.toString().contains("runs")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isFreeOfFaults(Path file) {
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        assertThat(Analyses.faults(files.load(file))).isEmpty();
    }
}
