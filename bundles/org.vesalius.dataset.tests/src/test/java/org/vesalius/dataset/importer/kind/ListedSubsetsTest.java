// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;

class ListedSubsetsTest {

    private static List<Subset> of(String list, List<String> paths, List<String> patients) {
        return ListedSubsets.inline(list).orElseThrow().of(paths, patients);
    }

    @Test
    void patientsCountMoreThanTheirFiles() {
        assertThat(of("test=a validation=1", List.of("x/1.png", "x/2.png", "y/1.png"), List.of("a", "a", "b")))
                .containsExactly(Subset.TEST, Subset.TEST, Subset.VALIDATION);
        assertThat(of("test=5", List.of("p/5.png", "p/6.png"), List.of("5", "6"))).containsExactly(Subset.TEST, Subset.TRAIN);
    }

    /** File 5 of patient 3 must not come into another subset than patient 3. */
    @Test
    void aPatientWhoIsCalledAsAFileOfAnotherIsRefused() {
        List<String> paths = List.of("patient3/5.png", "patient3/6.png", "patient5/1.png");

        assertThatThrownBy(() -> of("test=5", paths, List.of("3", "3", "5"))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("for 1 of 3 samples");
        assertThat(of("test=patient5", paths, List.of("patient3", "patient3", "patient5")))
                .containsExactly(Subset.TRAIN, Subset.TRAIN, Subset.TEST);
    }
}
