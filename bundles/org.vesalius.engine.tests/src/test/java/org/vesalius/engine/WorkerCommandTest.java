// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WorkerCommandTest {

    @Test
    void putsOptionsBeforeAndArgumentsBehindTheMainClass() {
        WorkerCommand command = new WorkerCommand(Path.of("/jdk/bin/java"), List.of("-Xmx1g"),
                List.of(Path.of("/a.jar")), Map.of()).withLibraries(List.of(Path.of("/lab.jar")))
                .withVmArgs(List.of("-Dx=1"));

        assertThat(command.commandLine("a.Main", List.of("train", "/run"))).containsExactly(
                Path.of("/jdk/bin/java").toString(), "-Xmx1g", "-Dx=1", "-cp",
                Path.of("/a.jar") + File.pathSeparator + Path.of("/lab.jar"), "a.Main", "train", "/run");
    }
}
