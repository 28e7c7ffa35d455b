// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path folder;

    @Test
    void removesWhatCanBeMadeAgainAndNothingElse() throws IOException {
        Path ready = write("a.tensors", 100);
        Path other = write("b.tensors", 20);
        Path found = write("fingerprints/ab/1.json", 3);
        Path lock = write("locks/host/cpu/device", 1);
        Path nativeCode = write("javacpp/libnd4j.so", 7);
        CacheFolder cache = new CacheFolder(folder);

        assertThat(cache.bytes()).isEqualTo(123);
        assertThat(cache.clean()).isEqualTo(123);
        assertThat(ready).doesNotExist();
        assertThat(other).doesNotExist();
        assertThat(found).doesNotExist();
        assertThat(lock).exists();
        assertThat(nativeCode).exists();
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() throws IOException {
        CacheFolder cache = new CacheFolder(folder.resolve("none"));

        assertThat(cache.bytes()).isZero();
        assertThat(cache.clean()).isZero();
    }

    private Path write(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[bytes]);
    }
}
