// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void createsTheFile() throws IOException {
        Path file = folder.resolve("run.json");
        new AtomicFile(file).writeText("größe");
        assertThat(Files.readAllBytes(file)).isEqualTo("größe".getBytes(StandardCharsets.UTF_8));
        assertThat(names()).containsExactly("run.json");
    }

    @Test
    void replacesTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old and longer");
        new AtomicFile(file).writeText("new");
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("run.json");
    }

    @Test
    void aFailedWriteKeepsTheOldContentAndLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        assertThatThrownBy(() -> new AtomicFile(file).write(out -> {
            out.write(new byte[200_000]);
            throw new IOException("No space left on device");
        })).isInstanceOf(IOException.class).hasMessageContaining("No space left");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("run.json");
    }

    @Test
    void anErrorInTheWriterLeavesNothing() throws IOException {
        Path file = folder.resolve("run.json");
        assertThatThrownBy(() -> new AtomicFile(file).write(out -> {
            throw new IllegalStateException("bug");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aMissingFolderIsAnError() {
        Path file = folder.resolve("absent").resolve("run.json");
        assertThatThrownBy(() -> new AtomicFile(file).writeText("x")).isInstanceOf(NoSuchFileException.class);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
