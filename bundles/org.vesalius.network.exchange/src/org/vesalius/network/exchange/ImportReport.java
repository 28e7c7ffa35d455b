// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.English;

/**
 * What an import made of a file, layer by layer; nothing is left out silently.
 *
 * @param origin the tool the file comes from, with its version where the file says it: {@code Keras 2.2.4}
 * @param layers every layer of the file, in the file's order
 * @param remarks what concerns the whole network, such as a loss that was guessed or the range that inputs should have
 */
public record ImportReport(String origin, List<LayerNote> layers, List<String> remarks) {
    public ImportReport {
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

    /** The whole report for people, one line for each layer and remark. */
    public String text() {
        return text(layers);
    }

    /** The report for people without the layers that are exact. */
    public String differences() {
        return text(layers.stream().filter(layer -> layer.fidelity() != Fidelity.EXACT).toList());
    }

    private String text(List<LayerNote> told) {
        return Stream.concat(Stream.of(summary()), Stream.concat(
                told.stream().map(LayerNote::line), remarks.stream())).collect(Collectors.joining("\n"));
    }

    /** In one line: {@code Keras 2.2.4: 12 layers, 11 exact, 1 approximated, 0 unknown}. */
    public String summary() {
        return origin + ": " + English.quantity(layers.size(), "layer") + ", " + Stream.of(Fidelity.values())
                .map(fidelity -> with(fidelity).size() + " " + fidelity.label()).collect(Collectors.joining(", "));
    }
}
