// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void keepsItsOwnCopyOfTheFixes() {
        List<Fix> fixes = new ArrayList<>();
        Problem problem = new Problem("network.shape", Severity.ERROR, "l1", "m", "e", fixes);
        fixes.add(null);
        assertThat(problem.fixes()).isEmpty();
    }

    @Test
    void onlyErrorsStopTheRun() {
        assertThat(Problem.error("c", "s", "m", "e").isError()).isTrue();
        assertThat(Problem.warning("c", "s", "m", "e").isError()).isFalse();
        assertThat(Problem.advice("c", "s", "m", "e").isError()).isFalse();
    }
}
