// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.ui.layout.LayerSize;

/** The way from layer to layer with the arrow keys: up and down along connections, aside to what lies beside. */
enum LayerWalk {
    /** To the layer that feeds this one; the nearest of several. */
    UP,
    /** To the layer that this one feeds; the nearest of several. */
    DOWN,
    /** To the nearest layer that lies to the left at about the same height. */
    LEFT,
    /** To the nearest layer that lies to the right at about the same height. */
    RIGHT;

    /** A layer that lies higher or lower counts as farther away than one that lies beside. */
    private static final int HEIGHT_WEIGHT = 3;

    /** Returns where a step leads; empty where there is no way on. */
    Optional<Layer> from(Layer layer) {
        return switch (this) {
            case UP -> nearest(layer, Inputs.of(layer));
            case DOWN -> nearest(layer, Successors.of(layer));
            case LEFT, RIGHT -> nearest(layer, beside(layer));
        };
    }

    private List<Layer> beside(Layer layer) {
        return ((LayerGraph) layer.eContainer()).getLayers().stream().filter(other -> isAside(layer, other)).toList();
    }

    private boolean isAside(Layer layer, Layer other) {
        int across = middle(other) - middle(layer);
        boolean side = this == LEFT ? across < 0 : across > 0;
        return side && Math.abs(other.getY() - layer.getY()) <= Math.abs(across);
    }

    private static Optional<Layer> nearest(Layer layer, List<Layer> candidates) {
        return candidates.stream().min(Comparator.comparingInt(other -> Math.abs(middle(other) - middle(layer))
                + HEIGHT_WEIGHT * Math.abs(other.getY() - layer.getY())));
    }

    private static int middle(Layer layer) {
        return layer.getX() + LayerSize.of(layer).width / 2;
    }
}
