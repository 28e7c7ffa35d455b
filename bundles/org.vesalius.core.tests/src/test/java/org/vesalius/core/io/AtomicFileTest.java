// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    void whatFailsItsCheckReplacesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        assertThatThrownBy(() -> new AtomicFile(file).write(out -> out.write('x'), written -> {
            assertThat(written).hasContent("x");
            throw new IOException("it is another");
        })).isInstanceOf(IOException.class).hasMessageContaining("it is another");
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

    @Test
    void waitsForAFileThatAnotherProgramHoldsForAMoment() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        Deque<IOException> refusals = new ArrayDeque<>(List.of(new AccessDeniedException("run.json"),
                new FileSystemException("run.json", null, "The process cannot access the file")));
        List<Long> pauses = new ArrayList<>();
        new AtomicFile(file, new PatientMove((source, target) -> {
            if (!refusals.isEmpty()) {
                throw refusals.pop();
            }
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        }, pauses::add)).writeText("new");

        assertThat(file).hasContent("new");
        assertThat(pauses).containsExactly(10L, 20L);
        assertThat(names()).containsExactly("run.json");
    }

    @Test
    void givesUpOnAFileThatIsHeldForGood() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        List<Long> pauses = new ArrayList<>();
        AtomicFile held = new AtomicFile(file, new PatientMove((source, target) -> {
            throw new AccessDeniedException("run.json");
        }, pauses::add));

        assertThatThrownBy(() -> held.writeText("new")).isInstanceOf(AccessDeniedException.class);
        // 10 + 20 + … + 1280
        assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isEqualTo(2550);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("run.json");
    }

    @Test
    void waitsForNothingThatWillNotPass() {
        List<Long> pauses = new ArrayList<>();
        AtomicFile gone = new AtomicFile(folder.resolve("run.json"), new PatientMove((source, target) -> {
            throw new NoSuchFileException("run.json");
        }, pauses::add));

        assertThatThrownBy(() -> gone.writeText("new")).isInstanceOf(NoSuchFileException.class);
        assertThat(pauses).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
