// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunControlTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theCommandComesAcross(RunCommand command) throws IOException {
        RunControl control = new RunControl(new RunFolder(folder));
        control.send(command);

        assertThat(control.command()).isEqualTo(command);
    }

    @Test
    void withoutAFileTheRunGoesOn() throws IOException {
        assertThat(new RunControl(new RunFolder(folder)).command()).isEqualTo(RunCommand.RUN);
    }

    @Test
    void whatIsNoWishIsNone() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.control(), "explode".repeat(1000));

        assertThat(new RunControl(run).command()).isEqualTo(RunCommand.RUN);
    }

    @Test
    void peopleMayWriteItByHand() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.control(), "stop-now\r\n");

        assertThat(new RunControl(run).command()).isEqualTo(RunCommand.STOP_NOW);
    }
}
