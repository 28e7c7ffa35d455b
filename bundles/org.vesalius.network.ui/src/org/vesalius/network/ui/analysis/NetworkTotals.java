// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.analysis.TrainingScale;

/**
 * Size and cost of a network.
 *
 * @param parameters the numbers that training adapts
 * @param trainingBytes memory that training needs, in bytes; empty while some shape is not known
 * @param scale the training that this memory is for
 */
public record NetworkTotals(long parameters, OptionalLong trainingBytes, TrainingScale scale) {
    /** Returns the totals for the training of the first experiment, else the usual one; empty before the first analysis. */
    public static Optional<NetworkTotals> of(AnalysisSnapshot snapshot) {
        return of(snapshot, snapshot.uses().stream().findFirst().map(NetworkUse::scale).orElseGet(TrainingScale::usual));
    }

    /** Returns the totals for a training; empty before the first analysis. */
    public static Optional<NetworkTotals> of(AnalysisSnapshot snapshot, TrainingScale scale) {
        return snapshot.total().map(total -> new NetworkTotals(total.parameters().total(), total.trainingBytes(scale),
                scale));
    }

    /** Tells whether layers of a type are counted: a block is but a frame around layers, with its ends. */
    public static boolean counts(EClass type) {
        return type != Literals.BLOCK && type != Literals.BLOCK_INPUT && type != Literals.BLOCK_OUTPUT;
    }

    /** Returns how many layers are drawn, inside blocks too; grouping changes nothing about it. */
    public static long layers(LayerGraph graph) {
        return graph.getLayers().stream().mapToLong(layer -> (counts(layer.eClass()) ? 1 : 0)
                + (layer instanceof LayerGraph block ? layers(block) : 0)).sum();
    }

    /** Returns the number of parameters for people. */
    public String parametersText() {
        return Quantity.count(parameters);
    }

    /** Returns the memory for people, such as "212 MiB (batch of 32, Adam)", or "not known". */
    public String memoryText() {
        return trainingBytes.isEmpty() ? "not known"
                : Quantity.bytes(trainingBytes.getAsLong()) + " (" + scale.display() + ")";
    }
}
