// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.English;

/**
 * What an import made of a file or an export of a network, layer by layer; nothing is left out silently.
 *
 * @param origin the tool a file comes from, with its version where the file says it: {@code Keras 2.2.4}; empty for an
 *     export
 * @param layers every layer, in the order of the file or network
 * @param remarks what concerns the whole, such as a loss that was guessed or the range that inputs should have
 */
public record ExchangeReport(String origin, List<LayerNote> layers, List<String> remarks) {
    public ExchangeReport {
        layers = List.copyOf(layers);
        remarks = List.copyOf(remarks);
    }

    /** That of an export. */
    public ExchangeReport(List<LayerNote> layers, List<String> remarks) {
        this("", layers, remarks);
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
        return lines(Stream.of(summary()), layers);
    }

    /** The report for people without the layers that are exact. */
    public String differences() {
        return lines(Stream.of(summary()), changed());
    }

    /** For people: the layers that are not exact, then the remarks, one a line. */
    public String remarkable() {
        return lines(Stream.empty(), changed());
    }

    private List<LayerNote> changed() {
        return layers.stream().filter(layer -> layer.fidelity() != Fidelity.EXACT).toList();
    }

    private String lines(Stream<String> head, List<LayerNote> told) {
        return Stream.of(head, told.stream().map(LayerNote::line), remarks.stream()).flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** In one line: {@code Keras 2.2.4: 12 layers, 11 exact, 1 approximated, 0 unknown}. */
    public String summary() {
        return (origin.isEmpty() ? "" : origin + ": ") + English.quantity(layers.size(), "layer") + ", " + Stream.of(Fidelity.values())
                .map(fidelity -> with(fidelity).size() + " " + fidelity.label()).collect(Collectors.joining(", "));
    }
}
