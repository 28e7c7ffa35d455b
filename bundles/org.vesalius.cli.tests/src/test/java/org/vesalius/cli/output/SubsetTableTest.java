// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;

class SubsetTableTest {

    @Test
    void whoseCategoryIsMissingIsCalledUnknown() {
        SubsetCounts counts = new SubsetCounts(Map.of(Subset.TEST, Map.of("", 3, "flu", 2)),
                Map.of(Subset.TEST, Map.of("", 3, "flu", 1)));

        assertThat(new SubsetTable(counts).lines()).anySatisfy(line -> assertThat(line.split(" +"))
                .containsExactly("test", "unknown", "3", "3"));
    }

    @Test
    void withoutCategoriesNothingIsUnknown() {
        SubsetCounts counts = new SubsetCounts(Map.of(Subset.TEST, Map.of("", 3)), Map.of());

        assertThat(new SubsetTable(counts).lines().get(1).split(" +")).containsExactly("test", "3", "unknown");
    }
}
