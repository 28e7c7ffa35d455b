// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.layer.standard.StandardLayers;

/** Every layer type that comes with Vesalius has an icon of its own, as one of a laboratory may have. */
class LayerIconsTest {
    private static final LayerCatalog STANDARD = StandardLayers.catalog();

    static Stream<EClass> types() {
        return STANDARD.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeHasAnIconForEitherScreen(EClass type) throws IOException {
        URL icon = STANDARD.icon(type).orElseThrow();

        assertThat(width(icon)).isEqualTo(16);
        assertThat(width(new URL(icon, type.getName() + "@2x.png"))).isEqualTo(32);
    }

    @Test
    void aTypeOfAPluginMayHaveNone() {
        LabLayer lab = new LabLayer();

        assertThat(lab.catalog().icon(lab.type)).isEmpty();
        assertThat(STANDARD.icon(lab.type)).isEmpty();
    }

    private static int width(URL icon) throws IOException {
        BufferedImage image = ImageIO.read(icon);
        assertThat(image.getHeight()).isEqualTo(image.getWidth());
        return image.getWidth();
    }
}
