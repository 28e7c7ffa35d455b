// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitExplanationTest {

    // 128 + signal number of signal(7) on Linux
    @ParameterizedTest
    @CsvSource({"137, SIGKILL", "139, SIGSEGV", "134, SIGABRT", "135, SIGBUS", "143, SIGTERM", "130, SIGINT",
        "1, exit code 1", "0, before the run was complete"})
    void namesWhatEndedTheWorker(int exitCode, String expected) {
        assertThat(ExitExplanation.of(exitCode)).contains(expected);
    }
}
