// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * Builds one type of layer in DL4J; a {@link TranslatorPackage} contributes it.
 *
 * <p>A translator adds one or more DL4J layers and vertices to the plan, says how their parameters start, and returns
 * where the result comes out. The array there is {@code [samples, output…]}, row-major, single precision (double in the
 * tests that check gradients). Translators hold no state.
 *
 * @param <L> type of the layer
 */
public interface LayerTranslator<L extends Layer> {

    /** The type of layer it builds: the interface that EMF generated. */
    Class<L> type();

    /** Whether it is this type that it builds; translators of types without generated code override it. */
    default boolean describes(EClass candidate) {
        return candidate.getInstanceClass() == type();
    }

    /**
     * Adds the layer to the plan.
     *
     * @param layer its hyper-parameters; checked, but see the metamodel for what may be unset
     * @param inputs what flows in, in the order of the layer's inputs
     * @param output shape of one sample of the result, all sizes known
     * @param plan the graph under construction
     * @return where the result comes out, with the shape {@code output}
     * @throws org.vesalius.core.ReportedException if DL4J can't do what the layer asks; the message names the layer
     */
    Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan);
}
