// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** The first axis stays; the layer inside gets the others. */
final class TimeDistributedBehavior implements LayerBehavior<TimeDistributed> {
    private static final EClass USUAL = NetworkPackage.Literals.DENSE;

    private final LayerCatalog catalog;

    /** @param catalog where the layer inside is looked up */
    TimeDistributedBehavior(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Class<TimeDistributed> type() {
        return TimeDistributed.class;
    }

    @Override
    public Optional<EClass> usualInside() {
        return Optional.of(USUAL);
    }

    @Override
    public LayerBehavior<TimeDistributed> within(LayerCatalog newCatalog) {
        return new TimeDistributedBehavior(newCatalog);
    }

    @Override
    public Shape outputShape(TimeDistributed layer, List<Shape> inputs) throws ShapeMismatch {
        Wrapped inside = Wrapped.in(layer, layer.getLayer(), catalog, USUAL);
        Shape input = inputs.get(0);
        if (input.rank() == 1) {
            throw new ShapeMismatchBuilder(layer).returnSequences(true).say("gets the vector " + input.display()
                    + " but wants a sequence; let the layer before it give every time step.",
                    "It applies the layer inside to every step of a sequence. A recurrent layer gives on a sequence"
                            + " only with Return sequences switched on.");
        }
        Shape step = inside.behavior().outputShape(inside.layer(), List.of(oneStep(input)));
        List<Axis> axes = new ArrayList<>(step.axes());
        axes.add(0, input.axes().get(0));
        return new Shape(axes);
    }

    @Override
    public List<WeightSpec> weights(TimeDistributed layer, List<Shape> inputs) {
        return known(layer).weights(layer.getLayer(), List.of(oneStep(inputs.get(0))));
    }

    @Override
    public ParameterCount parameters(TimeDistributed layer, List<Shape> inputs) {
        return known(layer).parameters(layer.getLayer(), List.of(oneStep(inputs.get(0))));
    }

    @Override
    public OptionalLong flops(TimeDistributed layer, List<Shape> inputs, Shape output) {
        Axis time = output.axes().get(0);
        return time.known() ? Flops.times(known(layer).flops(layer.getLayer(), List.of(oneStep(inputs.get(0))),
                oneStep(output)), time.size()) : OptionalLong.empty();
    }

    @Override
    public Optional<View> view(TimeDistributed layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    public List<Problem> check(TimeDistributed layer, List<Shape> inputs) {
        return known(layer).check(layer.getLayer(), List.of(oneStep(inputs.get(0))));
    }

    private LayerBehavior<Layer> known(TimeDistributed layer) {
        return catalog.behavior(layer.getLayer()).orElseThrow();
    }

    private static Shape oneStep(Shape input) {
        return new Shape(input.axes().subList(1, input.rank()));
    }
}
