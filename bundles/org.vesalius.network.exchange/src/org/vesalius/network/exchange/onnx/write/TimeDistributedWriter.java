// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/**
 * A layer at every step of a sequence. What works on the last axis alone is applied to the sequence as it is; for other
 * layers the steps become samples and then steps again.
 */
final class TimeDistributedWriter implements LayerWriter<TimeDistributed> {
    private static final Set<EClass> ON_LAST_AXIS = Set.of(NetworkPackage.Literals.DENSE,
            NetworkPackage.Literals.ACTIVATION, NetworkPackage.Literals.DROPOUT,
            NetworkPackage.Literals.LAYER_NORMALIZATION, NetworkPackage.Literals.LEAKY_RE_LU,
            NetworkPackage.Literals.ELU, NetworkPackage.Literals.RESCALING, NetworkPackage.Literals.NORMALIZATION);

    private final LayerWriters writers;

    /** @param writers the writers of the layers inside */
    TimeDistributedWriter(LayerWriters writers) {
        this.writers = writers;
    }

    @Override
    public Signal write(TimeDistributed layer, LayerSite site) {
        Layer inside = layer.getLayer();
        if (inside == null) {
            throw site.refuse("there is no layer inside", "Choose a layer for its inside.");
        }
        Signal in = site.input(Layout.NATURAL);
        if (ON_LAST_AXIS.contains(inside.eClass())) {
            return writers.write(inside, site.with(in, site.shape())).counting(in.lengths());
        }
        Signal step = writers.write(inside, site.with(stepsAsSamples(in, site), withoutTime(site.shape())));
        return samplesAsSteps(site.graph().in(Layout.NATURAL, step), in, site);
    }

    private static Signal stepsAsSamples(Signal in, LayerSite site) {
        Shape step = withoutTime(in.shape());
        return new Signal(reshape(in.value(), List.of(-1L), step, site), step, Layout.NATURAL);
    }

    private static Signal samplesAsSteps(Signal steps, Signal in, LayerSite site) {
        if (in.shape().size(0) == Axis.UNKNOWN) {
            throw site.refuse("the number of time steps is not known", "Give the input a fixed number of time steps.");
        }
        String value = reshape(steps.value(), List.of(-1L, (long) in.shape().size(0)), steps.shape(), site);
        return new Signal(value, site.shape(), Layout.NATURAL, in.lengths());
    }

    private static String reshape(String value, List<Long> before, Shape step, LayerSite site) {
        if (!step.known()) {
            throw site.refuse("the size of a step is not known", "Give the input a fixed size.");
        }
        List<Long> target = new ArrayList<>(before);
        step.axes().forEach(axis -> target.add((long) axis.size()));
        return site.op("Reshape").in(value, site.graph().constant(target)).out();
    }

    private static Shape withoutTime(Shape shape) {
        return new Shape(shape.axes().subList(1, shape.rank()));
    }
}
