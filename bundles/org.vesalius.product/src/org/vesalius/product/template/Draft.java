// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.diagram.render.PngImage;
import org.vesalius.network.diagram.scene.Diagram;
import org.vesalius.network.diagram.scene.DiagramBuilder;
import org.vesalius.network.layer.LayerCatalog;

/**
 * A network as it would be made, and its picture.
 *
 * @param network the network, arranged
 * @param parameters how many parameters it has
 * @param fault what keeps it from being trained; empty if nothing does, or if it has no layers yet
 * @param picture the diagram; empty for a network without layers, or one too large for a picture
 */
record Draft(Network network, long parameters, Optional<String> fault, Optional<BufferedImage> picture) {
    private static final double SMALLEST_SCALE = 0.35;

    /**
     * Makes a draft; not for the UI thread.
     *
     * @param catalog the layer types that networks are made of
     * @param width how wide the picture should be, in pixels
     * @throws CancellationException if it was cancelled
     */
    static Draft of(LayerCatalog catalog, Template template, TemplateOptions options, DiagramPalette palette,
            int width, BooleanSupplier cancelled) {
        Network network = EcoreUtil.copy(template.network());
        options.apply(network);
        arrange(network, cancelled);
        NetworkAnalysis analysis = new NetworkAnalyser(catalog).analyse(network);
        boolean empty = network.getLayers().isEmpty();
        Optional<String> fault = analysis.problems().stream().filter(problem -> !empty && problem.isError())
                .map(Problem::message).findFirst();
        Optional<BufferedImage> picture = empty ? Optional.empty()
                : picture(DiagramBuilder.of(network, analysis), palette, width);
        return new Draft(network, analysis.totalParameters().total(), fault, picture);
    }

    /** Templates that come arranged stay as they are: their authors know best. */
    private static void arrange(Network network, BooleanSupplier cancelled) {
        boolean arranged = network.getLayers().stream().anyMatch(layer -> layer.getX() != 0 || layer.getY() != 0);
        if (!arranged && network.getLayers().size() > 1) {
            DiagramLayout layout = new DiagramLayout(network);
            layout.run(cancelled);
            layout.positions().forEach((layer, place) -> {
                layer.setX((int) place.x());
                layer.setY((int) place.y());
            });
        }
    }

    private static Optional<BufferedImage> picture(Diagram diagram, DiagramPalette palette, int width) {
        double scale = Math.max(SMALLEST_SCALE, Math.min(1, width / diagram.bounds().width()));
        try {
            return Optional.of(new PngImage(palette, scale).image(diagram));
        } catch (ReportedException e) {
            return Optional.empty();
        }
    }
}
