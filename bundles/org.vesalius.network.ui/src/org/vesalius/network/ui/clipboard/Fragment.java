// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.clipboard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.io.NetworkFiles;

/**
 * A part of a network: layers with the connections among them, as a network of its own. Its text is that of a
 * {@code .network} file, so that it can be pasted into another workbench, or into a text editor.
 *
 * @param network the copied layers and connections
 */
public record Fragment(Network network) {
    /** No text of a network is longer than this; what is, comes from elsewhere. */
    private static final int LONGEST = 64 << 20;
    private static final String NAME = "the clipboard";

    /** Checks that there is a network. */
    public Fragment {
        Objects.requireNonNull(network);
    }

    /** Copies layers of one network or block, in its order; what lies inside blocks comes with them. */
    public static Fragment of(Collection<Layer> layers) {
        List<EObject> whole = new ArrayList<>(inOrder(layers));
        whole.addAll(between(layers));
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Collection<EObject> copies = copier.copyAll(whole);
        copier.copyReferences();
        Network network = NetworkFactory.eINSTANCE.createNetwork();
        for (EObject copy : copies) {
            if (copy instanceof Layer layer) {
                network.getLayers().add(layer);
            } else {
                network.getConnections().add((Connection) copy);
            }
        }
        network.getLayers().forEach(Fragment::closeGaps);
        return new Fragment(network);
    }

    private static List<Layer> inOrder(Collection<Layer> layers) {
        Set<Layer> wanted = new LinkedHashSet<>(layers);
        List<Layer> ordered = new ArrayList<>();
        layers.stream().map(EObject::eContainer).filter(LayerGraph.class::isInstance).map(LayerGraph.class::cast)
                .distinct().forEach(graph -> graph.getLayers().stream().filter(wanted::contains).forEach(ordered::add));
        return ordered;
    }

    private static List<Connection> between(Collection<Layer> layers) {
        Set<Layer> ends = new LinkedHashSet<>(layers);
        return ends.stream().flatMap(layer -> Inputs.connections(layer).stream())
                .filter(connection -> ends.contains(connection.getSource())).toList();
    }

    /** Inputs whose connection stayed behind leave no gap. */
    private static void closeGaps(Layer layer) {
        int place = 0;
        for (Connection input : Inputs.connections(layer)) {
            input.setTargetInput(place++);
        }
    }

    /** Returns the fragment as the text of a {@code .network} file. */
    public String text(NetworkFiles files) {
        return new String(files.toBytes(network), StandardCharsets.UTF_8);
    }

    /** Reads a text; empty if it is not that of a network, or holds no layer. */
    public static Optional<Fragment> parse(String text, NetworkFiles files) {
        if (text == null || text.length() > LONGEST || !text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Network network = files.load(new ByteArrayInputStream(bytes), NAME);
            return network.getLayers().isEmpty() ? Optional.empty() : Optional.of(new Fragment(network));
        } catch (ReportedException e) {
            return Optional.empty();
        }
    }

    /** Returns the left edge of the leftmost layer, in canvas units. */
    public int left() {
        return network.getLayers().stream().mapToInt(Layer::getX).min().orElse(0);
    }

    /** Returns the upper edge of the topmost layer, in canvas units. */
    public int top() {
        return network.getLayers().stream().mapToInt(Layer::getY).min().orElse(0);
    }
}
