// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

/**
 * What an output says about one sample, beside what is true. The arrays are not copied: whoever gets an answer doesn't
 * change it.
 *
 * @param said what the output says, row by row
 * @param truth what it should say, encoded alike; for Cox's likelihood a time and 1 for an event, 0 for the end of a
 *        follow-up
 * @param known which of the truth is known, as many
 */
public record Answer(float[] said, float[] truth, boolean[] known) implements KeptAnswer {
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
