// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.MergeMode;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Recurrent;
import org.vesalius.network.fix.FillWrapper;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** What the recurrent layer inside gives, twice; concatenation doubles the last axis. */
final class BidirectionalBehavior implements LayerBehavior<Bidirectional> {
    private static final EClass USUAL = NetworkPackage.Literals.LSTM;

    private final LayerCatalog catalog;

    /** @param catalog where the layer inside is looked up */
    BidirectionalBehavior(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Class<Bidirectional> type() {
        return Bidirectional.class;
    }

    @Override
    public Optional<EClass> usualInside() {
        return Optional.of(USUAL);
    }

    @Override
    public LayerBehavior<Bidirectional> within(LayerCatalog newCatalog) {
        return new BidirectionalBehavior(newCatalog);
    }

    @Override
    public Shape outputShape(Bidirectional layer, List<Shape> inputs) throws ShapeMismatch {
        Wrapped inside = inside(layer);
        Shape one = inside.behavior().outputShape(inside.layer(), inputs);
        if (layer.getMerge() != MergeMode.CONCATENATE) {
            return one;
        }
        return one.withLast(AxisLength.checked(layer, 2L * one.last().size()));
    }

    @Override
    public List<WeightSpec> weights(Bidirectional layer, List<Shape> inputs) {
        List<WeightSpec> once = known(layer).weights(layer.getLayer(), inputs);
        List<WeightSpec> both = new ArrayList<>();
        once.forEach(spec -> both.add(spec.in("forward")));
        once.forEach(spec -> both.add(spec.in("backward")));
        return both;
    }

    @Override
    public ParameterCount parameters(Bidirectional layer, List<Shape> inputs) {
        return known(layer).parameters(layer.getLayer(), inputs).times(2);
    }

    @Override
    public OptionalLong flops(Bidirectional layer, List<Shape> inputs, Shape output) {
        return Flops.times(known(layer).flops(layer.getLayer(), inputs, output), 2);
    }

    @Override
    public Optional<View> view(Bidirectional layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    public List<Problem> check(Bidirectional layer, List<Shape> inputs) {
        return known(layer).check(layer.getLayer(), inputs);
    }

    private LayerBehavior<Layer> known(Bidirectional layer) {
        return catalog.behavior(layer.getLayer()).orElseThrow();
    }

    private Wrapped inside(Bidirectional layer) throws ShapeMismatch {
        Wrapped inside = Wrapped.in(layer, layer.getLayer(), catalog, USUAL);
        if (!(inside.layer() instanceof Recurrent)) {
            throw new ShapeMismatchBuilder(layer)
                    .offer(new FillWrapper("Put an LSTM into " + LayerInfo.called(layer), layer,
                            USUAL))
                    .say("holds " + English.one(LayerInfo.of(inside.layer().eClass()).label())
                            + ", which has no direction; put a recurrent layer such as LSTM into it.",
                            "Only a layer that walks along a sequence can walk it backwards.");
        }
        return inside;
    }
}
