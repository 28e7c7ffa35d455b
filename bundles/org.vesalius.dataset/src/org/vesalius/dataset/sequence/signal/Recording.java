// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.util.List;

/**
 * Signals that were sampled together.
 *
 * @param channels what was measured, in order
 * @param rate samples a second, the same for all channels
 * @param values in physical units, time step by time step; NaN where nothing was recorded
 */
public record Recording(List<Channel> channels, double rate, float[] values) {
    /** Copies the list of channels. */
    public Recording {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || values.length % channels.size() != 0) {
            throw new IllegalArgumentException("a recording has whole time steps");
        }
    }

    /**
     * One signal.
     *
     * @param name as the file writes it
     * @param unit of its values, such as mV; empty if the file doesn't say
     */
    public record Channel(String name, String unit) {
    }

    /** How many time steps there are. */
    public int length() {
        return values.length / channels.size();
    }
}
