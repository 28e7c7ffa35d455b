// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.diff.NetworkDiff;
import org.vesalius.network.diff.Rewiring;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Two networks compared at one moment, with their pictures.
 *
 * @param differences what differs, from left to right
 * @param left the drawing of the left, if it can be shown
 * @param right the drawing of the right, if it can be shown
 */
record Comparison(List<Difference> differences, Optional<BufferedImage> left, Optional<BufferedImage> right) {
    private static final int REMOVED = 0xD64545;
    private static final int ADDED = 0x2E9E5B;

    /**
     * Compares; the pictures are drawn from copies.
     *
     * @param left the network that is edited, as it is now
     */
    static Comparison of(Network left, Network right, LayerCatalog catalog, DiagramPalette palette) {
        Network leftCopy = EcoreUtil.copy(left);
        Network rightCopy = EcoreUtil.copy(right);
        NetworkDiff diff = NetworkDiff.between(leftCopy, rightCopy);
        Set<Layer> leftChanged = new HashSet<>();
        Set<Layer> rightChanged = new HashSet<>();
        diff.changed().forEach(change -> {
            leftChanged.add(change.before());
            rightChanged.add(change.after());
        });
        diff.rewired().stream().map(Rewiring::target).forEach(rightChanged::add);
        diff.rewired().forEach(change -> diff.before(change.target()).ifPresent(leftChanged::add));
        return new Comparison(Differences.of(left, NetworkDiff.between(left, right)),
                new ColouredDiagram(catalog, palette, REMOVED).of(leftCopy, new HashSet<>(diff.removed()), leftChanged),
                new ColouredDiagram(catalog, palette, ADDED).of(rightCopy, new HashSet<>(diff.added()), rightChanged));
    }
}
