// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.English;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Recurrent;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.fix.WrapInTimeDistributed;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** Puts a {@link ShapeMismatch} of one layer together: first the fixes that fit its place, then the words. */
public final class ShapeMismatchBuilder {
    private final Layer layer;
    private final List<Fix> fixes = new ArrayList<>();

    /** @param layer the layer that can't take what it gets */
    public ShapeMismatchBuilder(Layer layer) {
        this.layer = layer;
    }

    /** Offers to put a layer of a type before this one. */
    public ShapeMismatchBuilder insertBefore(EClass type) {
        String label = "Insert " + English.one(LayerInfo.of(type).label());
        return insertBefore(0, type, label, added -> {});
    }

    /** Offers to put a layer into one of the inputs; a layer inside a wrapper has none, and gets no offer. */
    public ShapeMismatchBuilder insertBefore(int input, EClass type, String what, Consumer<Layer> setUp) {
        List<Connection> connections = Inputs.connections(layer);
        if (input < connections.size()) {
            String label = what + " before " + LayerInfo.called(layer);
            fixes.add(new InsertLayer(label, connections.get(input), type, setUp));
        }
        return this;
    }

    /** Offers a convolution that changes the channels of an input alone, where there is one for its places. */
    public ShapeMismatchBuilder pointwiseBefore(int input, Shape wanted) {
        int channels = wanted.last().size();
        LayerInfo.kind(NetworkPackage.Literals.CONVOLUTION2_D, wanted.rank() - 1).ifPresent(type -> insertBefore(input, type,
                "Insert a 1×1 convolution to " + channels + " channels", added -> pointwise(added, channels)));
        return this;
    }

    private static void pointwise(Layer added, int channels) {
        ((Convolution) added).setFilters(channels);
        EAttribute kernel = (EAttribute) added.eClass().getEStructuralFeature("kernelSize");
        added.eSet(kernel, EcoreUtil.createFromString(kernel.getEAttributeType(), "1"));
    }

    /** Offers the kind of this layer for sequences, images or volumes in its place, if there is one. */
    public ShapeMismatchBuilder replaceByKind(int dimensions) {
        LayerInfo.kind(layer.eClass(), dimensions).ifPresent(kind -> offer(
                new ReplaceLayer("Make it " + English.one(LayerInfo.of(kind).label()), layer, kind)));
        return this;
    }

    /** Offers to apply the layer at every step of the sequence that it gets. */
    public ShapeMismatchBuilder applyAtEveryStep() {
        if (layer.getIncoming().isEmpty()) {
            return this;
        }
        return offer(new WrapInTimeDistributed("Apply " + LayerInfo.called(layer) + " at every time step", layer));
    }

    /** Offers to change what the recurrent layer before this one gives on, if there is one. */
    public ShapeMismatchBuilder returnSequences(boolean wanted) {
        recurrentBefore().filter(found -> found.isReturnSequences() != wanted).ifPresent(found -> {
            String what = wanted ? "Let it give every time step: " : "Let it give only the last time step: ";
            offer(new SetAttribute(what + LayerInfo.called(found), found,
                    NetworkPackage.Literals.RECURRENT__RETURN_SEQUENCES, wanted));
        });
        return this;
    }

    /** Offers another fix. */
    public ShapeMismatchBuilder offer(Fix fix) {
        fixes.add(fix);
        return this;
    }

    /** The error, in words that start with the name of the layer. */
    public ShapeMismatch say(String rest, String explanation) {
        return new ShapeMismatch(LayerInfo.called(layer) + " " + rest, explanation, fixes);
    }

    private Optional<Recurrent> recurrentBefore() {
        List<Layer> before = Inputs.of(layer);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        return before.get(0) instanceof Bidirectional both
                ? recurrent(both.getLayer()) : recurrent(before.get(0));
    }

    private static Optional<Recurrent> recurrent(Layer candidate) {
        return candidate instanceof Recurrent found ? Optional.of(found) : Optional.empty();
    }
}
