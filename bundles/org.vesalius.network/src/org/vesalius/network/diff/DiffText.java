// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.AttributeText;
import org.vesalius.network.meta.LayerInfo;

/** Tells people what tells two drawings apart, a line for each difference. */
final class DiffText {
    private final NetworkDiff diff;

    DiffText(NetworkDiff diff) {
        this.diff = diff;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        diff.properties().forEach(change -> lines.add("~ Network: " + change.describe()));
        diff.removed().forEach(layer -> lines.add("- " + place(layer) + LayerInfo.called(layer)));
        diff.added().forEach(layer -> lines.add("+ " + place(layer) + LayerInfo.called(layer) + settings(layer)
                + inputs(layer)));
        diff.changed().forEach(change -> lines.add("~ " + place(change.after()) + LayerInfo.called(change.after())
                + ": " + String.join("; ", parts(change))));
        diff.rewired().forEach(rewiring -> lines.add("> " + place(rewiring.target())
                + LayerInfo.called(rewiring.target()) + ": " + text(rewiring)));
        return List.copyOf(lines);
    }

    /** The blocks around, the outermost first: {@code stage1/inner/}. */
    private static String place(Layer layer) {
        return layer.eContainer() instanceof Block block && block.eContainer() != null
                ? place(block) + block.getName() + "/" : "";
    }

    private static String settings(Layer layer) {
        String settings = Likeness.hyperParameters(layer).stream().filter(layer::eIsSet)
                .map(attribute -> setting(layer, attribute)).collect(Collectors.joining(", "));
        return settings.isEmpty() ? "" : " (" + settings + ")";
    }

    private static String setting(Layer layer, EAttribute attribute) {
        return AttributeInfo.of(attribute).label() + " " + AttributeText.format(layer.eGet(attribute));
    }

    private static String inputs(Layer layer) {
        String sources = Inputs.of(layer).stream().map(source -> "'" + source.getName() + "'")
                .collect(Collectors.joining(" and "));
        return sources.isEmpty() ? "" : " behind " + sources;
    }

    private static List<String> parts(LayerChange change) {
        List<String> parts = new ArrayList<>();
        if (change.replaced()) {
            parts.add("was " + LayerInfo.called(change.before()));
        }
        change.moved().ifPresent(to -> parts.add("moved into " + to));
        change.attributes().forEach(attribute -> parts.add(attribute.describe()));
        change.variations().forEach(variation -> parts.add(variation.describe()));
        change.inside().ifPresent(inside -> parts(inside).forEach(part -> parts.add("inside, " + part)));
        return parts;
    }

    private static String text(Rewiring rewiring) {
        String input = "input " + (rewiring.input() + 1);
        Optional<String> before = rewiring.before().map(layer -> "'" + layer.getName() + "'");
        if (rewiring.after().isEmpty()) {
            return input + " from " + before.orElse("nowhere") + " is gone";
        }
        String now = input + " comes from '" + rewiring.after().get().getName() + "'";
        return before.map(was -> now + " instead of " + was).orElse(now);
    }
}
