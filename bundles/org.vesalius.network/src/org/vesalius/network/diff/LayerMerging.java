// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Variation;
import org.vesalius.network.meta.LayerInfo;

/** Carries the changes of one person's layers over to the version of another. */
final class LayerMerging {
    private final Version ours;
    private final BiConsumer<Layer, String> conflict;

    /** @param conflict told of contradictions */
    LayerMerging(Version ours, BiConsumer<Layer, String> conflict) {
        this.ours = ours;
        this.conflict = conflict;
    }

    void merge(LayerChange their) {
        Optional<Layer> here = ours.of(their.before());
        if (here.isEmpty()) {
            conflict.accept(their.after(), LayerInfo.called(their.before())
                    + " was changed by one and removed by the other; it stays away.");
            return;
        }
        merge(their, ours.change(their.before()), here.get());
        if (here.get() instanceof Block block) {
            their.variations().forEach(variation -> vary(block, variation, ours.change(their.before())));
        }
    }

    private void merge(LayerChange their, Optional<LayerChange> our, Layer here) {
        if (their.replaced() || our.filter(LayerChange::replaced).isPresent()) {
            replace(their, our, here);
            return;
        }
        their.attributes().forEach(change -> set(change, our, here));
        their.inside().ifPresent(inside -> inside(here).ifPresent(layer -> merge(inside,
                our.flatMap(LayerChange::inside), layer)));
    }

    private void set(AttributeChange change, Optional<LayerChange> our, Layer here) {
        Object now = here.eGet(change.attribute());
        if (Likeness.same(now, change.after())) {
            return;
        }
        if (our.isPresent() && !Likeness.same(now, change.before())) {
            conflict.accept(here, "Both changed " + change.label() + " of " + LayerInfo.called(here)
                    + ": " + new AttributeChange(change.attribute(), change.before(), now).describe() + " here, "
                    + change.describe() + " there.");
            return;
        }
        here.eSet(change.attribute(), change.after());
    }

    /** A layer of another type comes as it is, if the other person left it alone. */
    private void replace(LayerChange their, Optional<LayerChange> our, Layer here) {
        if (our.isPresent()) {
            boolean same = Likeness.essence(their.after()).equals(Likeness.essence(here));
            if (!same) {
                conflict.accept(here, LayerInfo.called(their.before())
                        + " became another type for one, and was changed by the other.");
            }
            return;
        }
        Layer copy = EcoreUtil.copy(their.after());
        List.copyOf(here.getIncoming()).forEach(connection -> connection.setTarget(copy));
        List.copyOf(here.getOutgoing()).forEach(connection -> connection.setSource(copy));
        copy.setX(here.getX());
        copy.setY(here.getY());
        EcoreUtil.replace(here, copy);
        ours.replaced(their.before(), copy);
    }

    private void vary(Block here, VariationChange change, Optional<LayerChange> our) {
        boolean contradicts = our.stream().flatMap(one -> one.variations().stream())
                .anyMatch(one -> one.attribute().equals(change.attribute()) && sameLayer(one.layer(), change.layer())
                        && !one.after().equals(change.after()));
        if (contradicts) {
            conflict.accept(here, "Both changed what " + LayerInfo.called(here) + " varies: " + change.describe()
                    + " there.");
            return;
        }
        Optional<Variation> present = here.getVariations().stream()
                .filter(variation -> change.attribute().equals(variation.getAttribute())
                        && variation.getLayer() != null && sameLayer(variation.getLayer(), change.layer()))
                .findFirst();
        if (change.after().isEmpty()) {
            present.ifPresent(here.getVariations()::remove);
        } else {
            present.or(() -> add(here, change)).ifPresent(variation -> variation.setExpression(change.after().get()));
        }
    }

    private static Optional<Variation> add(Block here, VariationChange change) {
        Optional<Layer> layer = Optional.empty();
        for (var inside = here.eAllContents(); inside.hasNext() && layer.isEmpty();) {
            EObject next = inside.next();
            layer = next instanceof Layer found && sameLayer(found, change.layer()) ? Optional.of(found) : layer;
        }
        return layer.map(found -> {
            Variation variation = NetworkFactory.eINSTANCE.createVariation();
            variation.setLayer(found);
            variation.setAttribute(change.attribute());
            here.getVariations().add(variation);
            return variation;
        });
    }

    private static boolean sameLayer(Layer one, Layer other) {
        return one.getId() != null && one.getId().equals(other.getId());
    }

    private static Optional<Layer> inside(Layer wrapper) {
        return wrapper.eContents().stream().filter(Layer.class::isInstance).map(Layer.class::cast).findFirst();
    }
}
