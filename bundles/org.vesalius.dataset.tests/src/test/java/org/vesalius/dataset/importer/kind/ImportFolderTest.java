// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.io.DatasetFiles;

class ImportFolderTest {
    @TempDir
    private Path work;

    private Dataset dataset(Path folder) {
        return new Dataset(folder, "x", folder, List.of(Column.text("note", ColumnRole.NONE)),
                List.of(new Sample("s1", Map.of("note", "a"))));
    }

    private TreeSet<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(Files::isRegularFile).map(file -> work.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void allComesIntoItsPlaceAtOnce() throws IOException {
        Path out = work.resolve("deep/out");
        try (ImportFolder folder = new ImportFolder(out)) {
            Files.writeString(folder.file("arrays/1.npy"), "1");
            assertThat(out).doesNotExist();
            assertThat(folder.readable(dataset(out)).root()).isDirectory();
            folder.commit(dataset(out));
        }

        assertThat(all()).containsExactly("deep/out/arrays/1.npy", "deep/out/dataset.json", "deep/out/samples.csv");
        assertThat(new DatasetFiles().load(out)).isEqualTo(dataset(out));
    }

    @Test
    void aFolderThatIsThereKeepsWhatIsInIt() throws IOException {
        Path out = Files.createDirectories(work.resolve("out"));
        Files.writeString(out.resolve("mine.txt"), "mine");
        try (ImportFolder folder = new ImportFolder(out)) {
            Files.writeString(folder.file("arrays/1.npy"), "1");
            folder.commit(dataset(out));
        }
        assertThat(all()).containsExactly("out/arrays/1.npy", "out/dataset.json", "out/mine.txt", "out/samples.csv");
    }

    @Test
    void nothingIsReplacedAndAllIsTakenBack() throws IOException {
        Path out = Files.createDirectories(work.resolve("out"));
        Files.writeString(out.resolve("mine.npy"), "mine");
        try (ImportFolder folder = new ImportFolder(out)) {
            Files.writeString(folder.file("first.npy"), "1");
            Files.writeString(folder.file("mine.npy"), "other");
            assertThatThrownBy(() -> folder.commit(dataset(out))).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("there is one");
        }
        assertThat(all()).containsExactly("out/mine.npy");
        assertThat(Files.readString(out.resolve("mine.npy"))).isEqualTo("mine");
    }

    @Test
    void whatAKilledImportLeftIsCleared() throws IOException {
        Path out = work.resolve("out");
        Path left;
        try (ImportFolder killed = new ImportFolder(out)) {
            left = killed.file("old.npy").getParent();
        }
        Files.createDirectories(left.resolve("sub"));
        Files.writeString(left.resolve("sub/old.npy"), "half");
        try (ImportFolder folder = new ImportFolder(out)) {
            Files.writeString(folder.file("new.npy"), "1");
            folder.commit(dataset(out));
        }
        assertThat(all()).containsExactly("out/dataset.json", "out/new.npy", "out/samples.csv");
    }

    @Test
    void whatIsNotCommittedGoesAndTwoAtOnceAreRefused() throws IOException {
        Path out = work.resolve("out");
        try (ImportFolder folder = new ImportFolder(out); ImportFolder second = new ImportFolder(out)) {
            Files.writeString(folder.file("new.npy"), "1");
            assertThatThrownBy(() -> second.file("other.npy")).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("Another import");
            assertThat(folder.file("new.npy")).exists();
            assertThatThrownBy(() -> folder.file("../out-of-it")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(all()).isEmpty();
    }
}
