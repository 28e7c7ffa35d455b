// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.vesalius.network.analysis.NetworkAnalysis;

/**
 * Size and cost of a network.
 *
 * @param parameters the numbers that training adapts
 * @param trainingBytes memory for a batch of {@value #BATCH} with Adam, in bytes; empty while some shape is not known
 */
public record NetworkTotals(long parameters, OptionalLong trainingBytes) {
    /** The batch size that the memory is told for. */
    public static final int BATCH = 32;
    private static final int ADAM_STATES = 2;
    private static final long UNIT = 1024;

    /** Returns the totals; empty before the first analysis. */
    public static Optional<NetworkTotals> of(AnalysisSnapshot snapshot) {
        return snapshot.analysis().map(NetworkTotals::of);
    }

    private static NetworkTotals of(NetworkAnalysis analysis) {
        return new NetworkTotals(analysis.totalParameters().total(), analysis.trainingBytes(BATCH, ADAM_STATES));
    }

    /** Returns the number of parameters for people. */
    public String parametersText() {
        return String.format(Locale.ROOT, "%,d", parameters);
    }

    /** Returns the memory for people, such as "212 MiB (batch of 32, Adam)", or "not known". */
    public String memoryText() {
        return trainingBytes.isEmpty() ? "not known"
                : bytes(trainingBytes.getAsLong()) + " (batch of " + BATCH + ", Adam)";
    }

    private static String bytes(long count) {
        String[] units = { "bytes", "KiB", "MiB", "GiB", "TiB" };
        double value = count;
        int unit = 0;
        while (value >= UNIT && unit < units.length - 1) {
            value /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}
