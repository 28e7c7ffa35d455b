// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.List;
import java.util.Objects;

import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;

/** How many samples and patients of each category stand in each subset. */
final class SubsetTable {

    private final SubsetCounts counts;

    SubsetTable(SubsetCounts counts) {
        this.counts = Objects.requireNonNull(counts, "counts");
    }

    /** The lines of the table. */
    List<String> lines() {
        Table table = new Table("PART", "CATEGORY", "SAMPLES", "PATIENTS");
        counts.samples().forEach((subset, categories) -> categories.forEach(
                (category, samples) -> table.add(subset.text(), category, samples.toString(),
                        patients(subset, category))));
        return table.lines();
    }

    private String patients(Subset subset, String category) {
        return counts.patients().isEmpty() ? "unknown" : Integer.toString(counts.patients(subset, category));
    }
}
