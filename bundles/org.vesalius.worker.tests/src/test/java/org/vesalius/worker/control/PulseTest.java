// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.RunFolder;

class PulseTest {
    @TempDir
    private Path folder;

    /** A folder that holds something can't be removed as a file can. */
    @Test
    void aHeartbeatThatCantBeRemovedMakesNoRunFail() throws IOException {
        Path inside = Files.createDirectories(folder.resolve(".heartbeat")).resolve("file");
        Files.createFile(inside);

        Pulse.of(new RunFolder(folder)).close();

        assertThat(inside).exists();
    }
}
