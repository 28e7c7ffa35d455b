// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What the analysis has to know about a layer type: what it makes of its inputs, and what can be wrong with it.
 *
 * <p>Stateless. A plug-in that adds a layer type to the metamodel adds one of these beside it. The analysis calls it
 * only for layers whose attributes are within the limits annotated in the metamodel, with as many input shapes as
 * {@link #inputs()} allows. What it said stays true until the layer, what is inside it, its connections, the layers
 * before it or the shapes they give change, so it looks at nothing else.
 *
 * @param <L> the generated interface of the layer type
 */
public interface LayerBehavior<L extends Layer> {
    /** The generated interface of the layer type. */
    Class<L> type();

    /** Whether it is this type that the behaviour is about; types without generated code override it. */
    default boolean describes(EClass candidate) {
        return candidate.getInstanceClass() == type();
    }

    /** How many inputs the type takes; one unless it says otherwise. */
    default InputCount inputs() {
        return InputCount.one();
    }

    /**
     * The shape of one sample of the result.
     *
     * @param layer the layer
     * @param inputs the shapes of one sample of each input, in order; sizes may be unknown
     * @throws ShapeMismatch if the layer can't take such inputs
     */
    Shape outputShape(L layer, List<Shape> inputs) throws ShapeMismatch;

    /**
     * The arrays that the layer learns or keeps, in the order of Keras; none unless it says otherwise.
     *
     * @param layer the layer
     * @param inputs shapes for which {@link #outputShape} gave a result
     */
    default List<WeightSpec> weights(L layer, List<Shape> inputs) {
        return List.of();
    }

    /**
     * How many numbers the layer learns or keeps: those of its {@link #weights}.
     *
     * @param layer the layer
     * @param inputs shapes for which {@link #outputShape} gave a result
     */
    default ParameterCount parameters(L layer, List<Shape> inputs) {
        return ParameterCount.of(weights(layer, inputs));
    }

    /**
     * Operations on numbers for one sample in use, a multiplication with addition counted as two; one for each number
     * of the result unless the type says otherwise. What a layer with weights does besides multiplying by them, such as
     * its activation, is not counted.
     *
     * @param layer the layer
     * @param inputs shapes for which {@link #outputShape} gave a result
     * @param output that result
     * @return at most {@link Long#MAX_VALUE}; empty while a size that matters is not known
     */
    default OptionalLong flops(L layer, List<Shape> inputs, Shape output) {
        return output.elements();
    }

    /**
     * What each place of the result sees of the inputs. Unless the type says otherwise a result with as many axes as
     * the inputs sees the same place, and one with fewer or more has no places that could be compared.
     *
     * @param layer the layer
     * @param inputs shapes for which {@link #outputShape} gave a result
     * @param output that result
     * @return empty if each place sees everything, or if the result has no places
     */
    default Optional<View> view(L layer, List<Shape> inputs, Shape output) {
        boolean samePlaces = !inputs.isEmpty() && inputs.get(0).rank() == output.rank() && output.rank() > 1;
        return samePlaces ? Optional.of(View.samePlace(output.rank() - 1)) : Optional.empty();
    }

    /**
     * What else is wrong or could be better, beyond shapes and annotated limits; nothing unless it says otherwise.
     * The subject of these problems is filled in by the analysis.
     *
     * @param layer the layer
     * @param inputs shapes for which {@link #outputShape} gave a result
     */
    default List<Problem> check(L layer, List<Shape> inputs) {
        return List.of();
    }

    /** What a new layer of the type wraps, and what one is mended with; empty unless the type is a wrapper. */
    default Optional<EClass> usualInside() {
        return Optional.empty();
    }

    /** The behaviour as part of a catalog; wrappers look the layer inside up there. */
    default LayerBehavior<L> within(LayerCatalog catalog) {
        return this;
    }
}
