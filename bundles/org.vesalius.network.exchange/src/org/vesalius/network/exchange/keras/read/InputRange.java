// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Normalization;
import org.vesalius.network.Rescaling;

/** Says which numbers a model expects, as far as its first layers tell. */
final class InputRange {
    private InputRange() {
    }

    static void remark(Network network, ImportContext.Notes report) {
        boolean normalised = false;
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Input input) {
                for (var connection : input.getOutgoing()) {
                    normalised |= remark(input, connection.getTarget(), report);
                }
            }
        }
        if (!normalised) {
            report.remark("The model does not say which range of numbers it expects: feed it what it was trained on,"
                    + " scaled in the same way.");
        }
    }

    private static boolean remark(Input input, Layer next, ImportContext.Notes report) {
        if (next instanceof Rescaling rescaling) {
            boolean pixels = Math.abs(rescaling.getScale() - 1 / 255.0) < 1e-6
                    || Math.abs(rescaling.getScale() - 1 / 127.5) < 1e-6;
            report.remark("The input " + input.getName() + " is rescaled inside the network by " + rescaling.getScale()
                    + (pixels ? ": feed it pixels from 0 to 255." : ": feed it numbers as they are."));
            return true;
        }
        if (next instanceof Normalization) {
            report.remark("The input " + input.getName()
                    + " is normalised inside the network: feed it numbers as they are, without scaling.");
            return true;
        }
        return false;
    }
}
