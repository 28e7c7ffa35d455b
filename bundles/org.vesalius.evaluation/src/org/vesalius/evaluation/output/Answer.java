// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.Optional;
import org.vesalius.evaluation.metric.PlaceGrid;

/**
 * What an output says about one sample, beside what is true. The arrays are not copied: whoever gets an answer doesn't
 * change it.
 *
 * @param said what the output says, row by row
 * @param truth what it should say, encoded alike; for Cox's likelihood a time and 1 for an event, 0 for the end of a
 *        follow-up
 * @param known which of the truth is known, as many
 * @param grid where the places of an image or a volume are, if distances between them are wanted
 */
public record Answer(float[] said, float[] truth, boolean[] known, Optional<PlaceGrid> grid) implements KeptAnswer {
    /** An answer of which no distances are wanted. */
    public Answer(float[] said, float[] truth, boolean[] known) {
        this(said, truth, known, Optional.empty());
    }

    /** What is said of a sample whose truth nobody knows. */
    public static Answer unknown(float[] said) {
        return new Answer(said, new float[said.length], new boolean[said.length]);
    }

    @Override
    public void addTo(OutputMeasure measure) {
        measure.add(this);
    }

    @Override
    public boolean anyKnown() {
        for (boolean value : known) {
            if (value) {
                return true;
            }
        }
        return false;
    }
}
