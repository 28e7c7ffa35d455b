// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.List;
import java.util.Objects;

import org.vesalius.dataset.Part;
import org.vesalius.dataset.PartCounts;

/** How many samples and patients of each category stand in each part. */
final class PartTable {

    private final PartCounts counts;

    PartTable(PartCounts counts) {
        this.counts = Objects.requireNonNull(counts, "counts");
    }

    /** The lines of the table. */
    List<String> lines() {
        Table table = new Table("PART", "CATEGORY", "SAMPLES", "PATIENTS");
        counts.samples().forEach((part, categories) -> categories.forEach(
                (category, samples) -> table.add(part.text(), category, samples.toString(), patients(part, category))));
        return table.lines();
    }

    private String patients(Part part, String category) {
        return counts.patients().isEmpty() ? "unknown" : Integer.toString(counts.patients(part, category));
    }
}
