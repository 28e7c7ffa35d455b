// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ContentWriter;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.diagram.render.PngImage;
import org.vesalius.network.diagram.render.SvgImage;
import org.vesalius.network.diagram.scene.Diagram;
import org.vesalius.network.diagram.scene.DiagramBuilder;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.ui.analysis.NetworkInProject;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.weights.NetworkWeights;

/** A kind of file that a network can be exported to. */
interface ExportFormat {

    /** Returns what people call it. */
    String label();

    /** Returns what its files end with, without the dot. */
    String extension();

    /** Tells whether its files can hold weights. */
    boolean wantsWeights();

    /**
     * Writes a file; not for the UI thread.
     *
     * @param source where the network comes from
     */
    ExchangeReport write(Network network, Path source, Optional<NetworkWeights> weights, Path target);

    /** Returns all formats: those for other tools, then pictures. */
    static List<ExportFormat> all(LayerTypes types) {
        Stream<ExportFormat> tools = Exchange.of(types.catalog(), BlockSource.none()).exporters().stream()
                .map(exporter -> new Tool(types, exporter));
        return Stream.concat(tools, Stream.of(new Picture(types, "Image of the diagram (PNG)", "png"),
                new Picture(types, "Image of the diagram (SVG)", "svg"))).toList();
    }

    /**
     * A file for another tool.
     *
     * @param types the layer types that networks are made of
     * @param exporter what writes it
     */
    record Tool(LayerTypes types, NetworkExporter exporter) implements ExportFormat {
        @Override
        public String label() {
            return exporter.label();
        }

        @Override
        public String extension() {
            return exporter.extension();
        }

        @Override
        public boolean wantsWeights() {
            return exporter.wantsWeights();
        }

        @Override
        public ExchangeReport write(Network network, Path source, Optional<NetworkWeights> weights, Path target) {
            Exchange withBlocks = Exchange.of(types.catalog(), types.blocks(source));
            return withBlocks.exporter(exporter.id()).orElse(exporter).write(network, weights, target);
        }
    }

    /**
     * A picture, in the colours for light paper.
     *
     * @param types the layer types that networks are made of
     * @param label what people call it
     * @param extension what its files end with
     */
    record Picture(LayerTypes types, String label, String extension) implements ExportFormat {
        private static final double SCALE = 2;

        @Override
        public boolean wantsWeights() {
            return false;
        }

        @Override
        public ExchangeReport write(Network network, Path source, Optional<NetworkWeights> weights, Path target) {
            Diagram diagram = DiagramBuilder.of(network,
                    new NetworkInProject(types, source, Optional.empty()).analyse(network));
            ContentWriter writer = extension.equals("svg")
                    ? out -> new SvgImage(DiagramPalette.light()).write(diagram, out)
                    : out -> new PngImage(DiagramPalette.light(), SCALE).write(diagram, out);
            try {
                new AtomicFile(target).write(writer);
            } catch (IOException e) {
                throw new ReportedException(ErrorKind.ENVIRONMENT, "The image can't be written", target,
                        "Check that the folder exists, may be written to and has room", e);
            }
            String size = String.format("%d × %d", diagram.bounds().width(), diagram.bounds().height());
            return new ExchangeReport(List.of(), List.of("An image of " + size + " units with every layer of the drawing."));
        }
    }
}
