// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;

/** The way from a network to what is inside it, as a row of links. */
final class GraphCrumbs {
    private static final String UNNAMED = "Network";

    private GraphCrumbs() {
    }

    /** Returns the network, the blocks on the way, and the graph itself. */
    static List<LayerGraph> way(LayerGraph graph) {
        List<LayerGraph> path = new ArrayList<>();
        for (EObject outer = graph; outer != null; outer = outer.eContainer()) {
            if (outer instanceof LayerGraph found) {
                path.add(0, found);
            }
        }
        return path;
    }

    /** Returns the way as the text of a Link; the target of a link is its level. */
    static String links(LayerGraph graph) {
        List<LayerGraph> path = way(graph);
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < path.size() - 1; level++) {
            text.append("<a href=\"").append(level).append("\">").append(escaped(path.get(level))).append("</a>  ›  ");
        }
        return text.append(escaped(graph)).toString();
    }

    /** A link takes an ampersand for a mnemonic and angle brackets for its own. */
    private static String escaped(LayerGraph graph) {
        return name(graph).replace("&", "&&").replace('<', '‹').replace('>', '›');
    }

    /** Returns what a network or block is called. */
    static String name(LayerGraph graph) {
        String name = graph instanceof Network network ? network.getName() : ((Layer) graph).getName();
        return name == null || name.isBlank() ? UNNAMED : name;
    }
}
