// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

/**
 * What is done about steps of time in which nothing was measured (NaN). Arrays are time × channel, row-major. Source: Che et
 * al., Recurrent neural networks for multivariate time series with missing values, Scientific Reports 8 (2018) 6085.
 */
public final class Gaps {
    private Gaps() {
    }

    /** Each gap gets the last value before it; those before the first value stay. */
    public static float[] carriedForward(float[] values, int channels) {
        float[] filled = values.clone();
        for (int i = channels; i < filled.length; i++) {
            filled[i] = Float.isNaN(filled[i]) ? filled[i - channels] : filled[i];
        }
        return filled;
    }

    /** 1 where something was measured, 0 in gaps. */
    public static float[] mask(float[] values) {
        float[] mask = new float[values.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Float.isNaN(values[i]) ? 0 : 1;
        }
        return mask;
    }

    /**
     * Steps since the channel was measured last, the step itself not counted: 0 in the first step, then 1 behind a value and
     * one more with each step of a gap (δ of the source, with steps of length 1).
     */
    public static float[] stepsSince(float[] values, int channels) {
        float[] since = new float[values.length];
        for (int i = channels; i < since.length; i++) {
            since[i] = Float.isNaN(values[i - channels]) ? since[i - channels] + 1 : 1;
        }
        return since;
    }
}
