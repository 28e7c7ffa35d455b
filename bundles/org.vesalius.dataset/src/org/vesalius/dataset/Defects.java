// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Samples that can't be used, named in one sentence. They are named by their ids, which stand in {@code samples.csv},
 * since their files may tell who patients are.
 *
 * @param all the samples and what is wrong with them
 */
public record Defects(List<Defect> all) {
    private static final int NAMED = 20;

    /** Copies the list. */
    public Defects {
        all = List.copyOf(all);
    }

    /** Such as "s0003 is missing; s0007 is empty; and 12 more". */
    public String text() {
        String named = all.stream().limit(NAMED).map(defect -> defect.sampleId() + " " + defect.reason())
                .collect(Collectors.joining("; "));
        return all.size() > NAMED ? named + "; and " + (all.size() - NAMED) + " more" : named;
    }
}
