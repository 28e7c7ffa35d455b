// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.progress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void noProgressTakesEverythingAndIsNeverCancelled() {
        Progress none = Progress.none();
        assertThatCode(() -> {
            none.begin("reading", -1);
            none.advance(7);
        }).doesNotThrowAnyException();
        assertThat(none.cancelled()).isFalse();
    }
}
