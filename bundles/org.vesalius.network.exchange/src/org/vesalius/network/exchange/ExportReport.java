// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an export made of a network, layer by layer.
 *
 * @param layers every layer of the network, in order
 * @param remarks what concerns the whole file
 */
public record ExportReport(List<LayerNote> layers, List<String> remarks) {
    public ExportReport {
        layers = List.copyOf(layers);
        remarks = List.copyOf(remarks);
    }

    /** The layers that went over like this. */
    public List<LayerNote> with(Fidelity fidelity) {
        return layers.stream().filter(layer -> layer.fidelity() == fidelity).toList();
    }

    /** Whether every layer computes the same as before. */
    public boolean exact() {
        return with(Fidelity.EXACT).size() == layers.size();
    }

    /** For people: what is not exact, then the remarks, one a line. */
    public String text() {
        return Stream.concat(layers.stream().filter(layer -> layer.fidelity() != Fidelity.EXACT).map(LayerNote::line),
                remarks.stream()).collect(Collectors.joining("\n"));
    }
}
