// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.render;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGraphics2D;
import org.vesalius.network.diagram.scene.Box;
import org.vesalius.network.diagram.scene.Diagram;
import org.w3c.dom.DOMImplementation;

/**
 * A diagram as SVG 1.1; text stays text.
 *
 * @param palette the colours
 */
public record SvgImage(DiagramPalette palette) {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /**
     * Writes the picture.
     *
     * @throws IOException if it can't be written
     */
    public void write(Diagram diagram, OutputStream out) throws IOException {
        Box bounds = diagram.bounds();
        SVGGraphics2D graphics = new SVGGraphics2D(implementation().createDocument(SVG, "svg", null));
        graphics.setSVGCanvasSize(new Dimension(bounds.width(), bounds.height()));
        graphics.translate(-bounds.x(), -bounds.y());
        new DiagramPainter(palette, graphics).paint(diagram);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        graphics.stream(writer, true);
        writer.flush();
    }

    private static DOMImplementation implementation() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The Java runtime has no XML parser", e);
        }
    }
}
