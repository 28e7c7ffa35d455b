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
    void theWishComesAcross(Wish wish) throws IOException {
        RunControl control = new RunControl(new RunFolder(folder));
        control.wish(wish);

        assertThat(control.wish()).isEqualTo(wish);
    }

    @Test
    void withoutAFileTheRunGoesOn() throws IOException {
        assertThat(new RunControl(new RunFolder(folder)).wish()).isEqualTo(Wish.RUN);
    }

    @Test
    void whatIsNoWishIsNone() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.control(), "explode".repeat(1000));

        assertThat(new RunControl(run).wish()).isEqualTo(Wish.RUN);
    }

    @Test
    void peopleMayWriteItByHand() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.control(), "stop-now\r\n");

        assertThat(new RunControl(run).wish()).isEqualTo(Wish.STOP_NOW);
    }
}
