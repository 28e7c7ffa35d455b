// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportedExceptionTest {
    @Test
    void reportsPlaceMessageAndRemedy() {
        IOException cause = new IOException("EOF");
        ReportedException e = new ReportedException(ErrorKind.INVALID_INPUT, "The file ends in the middle.",
                Path.of("a.network"), "Restore it from a backup.", cause);
        assertThat(e.report().lines()).containsExactly("a.network: The file ends in the middle.",
                "Restore it from a backup.");
        assertThat(e).hasCause(cause);
        assertThat(e.where()).contains(Path.of("a.network"));
        assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
    }

    @Test
    void reportsWithoutAPlace() {
        ReportedException e = new ReportedException(ErrorKind.BUSY, "The device is in use.", "Wait for run 7.");
        assertThat(e.report()).startsWith("The device is in use.");
        assertThat(e.where()).isEmpty();
    }
}
