// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.List;
import org.vesalius.evaluation.metric.Overlap;

/** What is kept of an answer: as much as its measure needs. */
public sealed interface KeptAnswer permits Answer, KeptOverlaps {
    /** Whether anything is known of the truth. */
    boolean anyKnown();

    /**
     * Adds it to what is measured.
     *
     * @param measure one of the same kind of output
     */
    void addTo(OutputMeasure measure);
}

/**
 * The places of structures, counted: an image may have more of them than memory.
 *
 * @param structures those that aren't the background
 * @param distances of their surfaces
 */
record KeptOverlaps(List<Overlap> structures, StructureDistances distances) implements KeptAnswer {
    /** No image has more places. */
    private static final long MOST = 1L << 40;

    KeptOverlaps {
        structures = List.copyOf(structures);
        if (structures.stream().anyMatch(KeptOverlaps::impossible)) {
            throw new IllegalArgumentException("numbers of places that no image has");
        }
    }

    private static boolean impossible(Overlap overlap) {
        return overlap.both() < 0 || overlap.both() > Math.min(overlap.truth(), overlap.predicted())
                || Math.max(overlap.truth(), overlap.predicted()) > MOST;
    }

    @Override
    public boolean anyKnown() {
        return true;
    }

    @Override
    public void addTo(OutputMeasure measure) {
        if (!(measure instanceof OverlapMeasure overlaps)) {
            throw new IllegalArgumentException("places are measured for structures alone");
        }
        overlaps.addCounted(structures, distances);
    }
}
