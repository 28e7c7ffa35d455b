// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.util.List;
import java.util.Objects;

import org.vesalius.core.English;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;

/**
 * What came out of an import or export, for people.
 *
 * @param summary the whole in one line
 * @param layers what became of each layer
 * @param remarks what concerns the whole
 */
record Outcome(String summary, List<LayerNote> layers, List<String> remarks) {
    Outcome {
        Objects.requireNonNull(summary);
        layers = List.copyOf(layers);
        remarks = List.copyOf(remarks);
    }

    /** Returns the outcome of an import. */
    static Outcome imported(ExchangeReport report) {
        return new Outcome(report.summary(), report.layers(), report.remarks());
    }

    /** Returns the outcome of an export. */
    static Outcome exported(ExchangeReport report) {
        int others = report.layers().size() - report.with(Fidelity.EXACT).size();
        String summary = report.layers().isEmpty() ? "Ready to be written."
                : others == 0 ? English.quantity(report.layers().size(), "layer") + " went over exactly."
                        : others + " of " + English.quantity(report.layers().size(), "layer")
                                + " did not go over exactly.";
        return new Outcome(summary, report.layers(), report.remarks());
    }
}
