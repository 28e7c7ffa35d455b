// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.io.DatasetFiles;

class ExampleDataTest {
    private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> whatIsCommittedIsWhatIsMadeAnew(@TempDir Path folder) {
        return ExampleData.all().keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            ExampleData.main(new String[] {folder.toString(), name});
            assertSame(name, folder);
        }));
    }

    private static void assertSame(String name, Path folder) throws IOException {
        for (String file : new String[] {DatasetFiles.MANIFEST, DatasetFiles.SAMPLES}) {
            Path inside = Path.of(name, "data", file);
            assertThat(Files.readString(folder.resolve(inside))).isEqualTo(Files.readString(EXAMPLES.resolve(inside)));
        }
    }
}
