// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.diagram.render.PngImage;
import org.vesalius.network.diagram.render.SvgImage;
import org.vesalius.network.diagram.scene.Card.Trouble;
import org.vesalius.network.diagram.scene.Card;
import org.vesalius.network.diagram.scene.Diagram;
import org.vesalius.network.diagram.scene.DiagramBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;

class RenderTest {
    private final Network network = new NetworkTemplates().create(NetworkTemplates.MLP);

    @Test
    void everyLayerAndConnectionIsInThePicture() {
        Diagram diagram = diagram(network);

        assertThat(diagram.cards()).extracting(Card::name)
                .containsExactlyElementsOf(network.getLayers().stream().map(layer -> layer.getName()).toList());
        assertThat(diagram.wires()).hasSize(network.getConnections().size());
        assertThat(diagram.wires().get(0).label()).isEqualTo("30");
    }

    @Test
    void noTwoSkipConnectionsShareALane() {
        Diagram diagram = diagram(new NetworkTemplates().create("u-net-2d"));

        List<Integer> lanes = diagram.wires().stream().filter(wire -> wire.corners().size() == 6)
                .map(wire -> wire.corners().get(2).x()).toList();
        // one from each of the four levels of the way down to the same level of the way up
        assertThat(lanes).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aLayerWithAnErrorIsMarked() {
        network.getConnections().remove(0);

        assertThat(diagram(network).cards()).extracting(Card::trouble).contains(Trouble.ERROR);
    }

    @Test
    void thePngIsAsLargeAsTheDrawing() throws IOException {
        Diagram diagram = diagram(network);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new PngImage(DiagramPalette.light(), 2).write(diagram, bytes);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(2 * diagram.bounds().width());
        assertThat(image.getHeight()).isEqualTo(2 * diagram.bounds().height());
        assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(DiagramPalette.light().canvas());
    }

    @Test
    void aPictureBeyondMemoryIsRefused() {
        network.getLayers().get(0).setX(2_000_000);
        network.getLayers().get(1).setY(2_000_000);

        assertThatThrownBy(() -> new PngImage(DiagramPalette.light(), 1).image(diagram(network)))
                .isInstanceOf(ReportedException.class).hasMessageContaining("pixels");
    }

    @Test
    void theSvgHoldsTheNamesAsText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new SvgImage(DiagramPalette.dark()).write(diagram(network), bytes);

        String svg = bytes.toString(StandardCharsets.UTF_8);
        assertThat(svg).contains("<svg").endsWith("</svg\n>\n");
        network.getLayers().forEach(layer -> assertThat(svg).contains(">" + layer.getName() + "<"));
    }

    @Test
    void anEmptyNetworkIsAnEmptyPicture() {
        Diagram diagram = diagram(new NetworkBuilder("empty").build());

        assertThat(diagram.cards()).isEmpty();
        assertThat(new PngImage(DiagramPalette.light(), 1).image(diagram).getWidth()).isPositive();
    }

    private static Diagram diagram(Network network) {
        return DiagramBuilder.of(network, new NetworkAnalyser(StandardLayers.catalog()).analyse(network));
    }
}
