// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.diff.AttributeChange;
import org.vesalius.network.diff.LayerChange;
import org.vesalius.network.diff.NetworkDiff;
import org.vesalius.network.diff.Rewiring;
import org.vesalius.network.diff.VariationChange;
import org.vesalius.network.block.VariableAttributes;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.LayerSummary;
import org.vesalius.network.meta.ValueText;
import org.vesalius.network.ui.compare.Difference.Kind;

/** Lists what differs between two networks, each with what takes it over. */
final class Differences {
    private final TakeOver take;
    private final List<Difference> list = new ArrayList<>();

    private Differences(TakeOver take) {
        this.take = take;
    }

    /** Returns the differences from left to right. */
    static List<Difference> of(Network left, NetworkDiff diff) {
        Differences differences = new Differences(new TakeOver(left, diff));
        diff.properties().forEach(change -> differences.attribute("Network", left, change));
        diff.added().stream().filter(layer -> !diff.added().contains(layer.eContainer())).forEach(differences::added);
        diff.removed().stream().filter(layer -> !diff.removed().contains(layer.eContainer())).forEach(differences::removed);
        diff.changed().forEach(differences::changed);
        diff.rewired().forEach(differences::rewired);
        return List.copyOf(differences.list);
    }

    private static String summary(Layer layer) {
        String summary = LayerSummary.of(layer);
        return summary.isEmpty() ? LayerInfo.of(layer.eClass()).label() : summary;
    }

    private void added(Layer layer) {
        list.add(new Difference(Kind.ADDED, LayerInfo.called(layer), "", summary(layer), () -> take.add(layer)));
    }

    private void removed(Layer layer) {
        list.add(new Difference(Kind.REMOVED, LayerInfo.called(layer), summary(layer), "", () -> take.remove(layer)));
    }

    private void changed(LayerChange change) {
        String name = LayerInfo.called(change.before());
        if (change.replaced()) {
            list.add(new Difference(Kind.CHANGED, name, summary(change.before()),
                    LayerInfo.of(change.after().eClass()).label() + " " + summary(change.after()),
                    () -> take.replace(change.before(), change.after())));
        }
        change.attributes().forEach(attribute -> attribute(name, change.before(), attribute));
        change.inside().ifPresent(this::changed);
        change.variations().forEach(variation -> variation(change.before(), variation));
    }

    private void attribute(String name, EObject owner, AttributeChange change) {
        list.add(new Difference(Kind.CHANGED, name + ": " + change.label(), ValueText.of(change.before()),
                ValueText.of(change.after()), () -> owner.eSet(change.attribute(), change.after())));
    }

    private void variation(Layer owner, VariationChange change) {
        list.add(new Difference(Kind.CHANGED, LayerInfo.called(owner) + ": " + change.attribute() + " of '"
                + change.layer().getName() + "' by repetition", change.before().orElse(""), change.after().orElse(""),
                () -> vary((Block) owner, change)));
    }

    private static void vary(Block block, VariationChange change) {
        Optional<Layer> inside = block.getLayers().stream()
                .filter(layer -> layer.getId().equals(change.layer().getId())).findFirst();
        inside.ifPresent(layer -> VariableAttributes.named(layer.eClass(), change.attribute())
                .map(attribute -> new VaryAttribute(block, layer, attribute, change.after().orElse("")))
                .filter(edit -> edit.refusal().isEmpty()).ifPresent(VaryAttribute::apply));
    }

    private void rewired(Rewiring change) {
        list.add(new Difference(Kind.REWIRED, LayerInfo.called(change.target()) + ": input " + (change.input() + 1),
                change.before().map(LayerInfo::called).orElse("nothing"),
                change.after().map(LayerInfo::called).orElse("nothing"), () -> take.rewire(change)));
    }
}
