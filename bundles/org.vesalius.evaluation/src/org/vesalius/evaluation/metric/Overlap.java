// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

/**
 * How well a structure that is marked in an image or a volume agrees with the one that is there.
 *
 * @param both places marked in both
 * @param truth places of the structure that is there
 * @param predicted places marked
 */
public record Overlap(long both, long truth, long predicted) {
    /** Nothing counted yet. */
    public static final Overlap NONE = new Overlap(0, 0, 0);

    /** Both counted together. */
    public Overlap plus(Overlap other) {
        return new Overlap(both + other.both, truth + other.truth, predicted + other.predicted);
    }

    /** 2·|A ∩ B| / (|A| + |B|) (Dice, Ecology 26, 1945); NaN if there is nothing in either. */
    public double dice() {
        return 2.0 * both / (truth + predicted);
    }

    /** Intersection over union, |A ∩ B| / |A ∪ B| (Jaccard 1912); NaN if there is nothing in either. */
    public double iou() {
        return both / (double) (truth + predicted - both);
    }

    /** Of the structure, the share that was marked; NaN if there is none. */
    public double sensitivity() {
        return both / (double) truth;
    }

    /** Of what was marked, the share that is of the structure; NaN if nothing was. */
    public double precision() {
        return both / (double) predicted;
    }
}
