// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** A lab adds a layer type by a metamodel and a behaviour, and gets everything else. */
class LabLayerTest {
    private final LabLayer lab = new LabLayer();
    private final LayerCatalog catalog = lab.catalog();

    @Test
    void joinsThePalette() {
        assertThat(catalog.types()).contains(lab.type).hasSize(StandardLayers.catalog().types().size() + 1);
        assertThat(catalog.category(lab.type)).isEqualTo("Lab");
        assertThat(catalog.label(lab.type)).isEqualTo("Upsampling");
        assertThat(StandardLayers.catalog().types()).doesNotContain(lab.type);
    }

    @Test
    void takesPartInTheAnalysis() {
        Network network = Networks.single(Shape.image(30, 20, 3), lab.create(3));
        assertThat(shape(network)).isEqualTo("90×60×3");
        assertThat(analyse(network).problems()).isEmpty();
    }

    @Test
    void worksInsideAWrapper() {
        TimeDistributed frames = NetworkFactory.eINSTANCE.createTimeDistributed();
        frames.setLayer(lab.create(2));
        assertThat(shape(Networks.single(Shape.valueOf("10x30x20x3"), frames))).isEqualTo("10×60×40×3");
    }

    @Test
    void itsLimitsAreChecked() {
        Network network = Networks.single(Shape.image(30, 20, 3), lab.create(9));
        assertThat(analyse(network).problems()).extracting(Problem::message)
                .containsExactly("Factor of Upsampling 'layer' is 9; allowed is 1 to 8.");
    }

    @Test
    void isSavedAndLoaded() {
        NetworkFiles files = new NetworkFiles(catalog);
        Network network = Networks.single(Shape.image(30, 20, 3), lab.create(3));
        byte[] bytes = files.toBytes(network);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("xsi:type=\"lab:Upsampling\"", "factor=\"3\"");
        Network loaded = files.load(new ByteArrayInputStream(bytes), "lab.network");
        assertThat(EcoreUtil.equals(loaded, network)).isTrue();
    }

    @Test
    void withoutThePluginTheFileNamesIt() {
        byte[] bytes = new NetworkFiles(catalog).toBytes(Networks.single(Shape.image(30, 20, 3), lab.create(3)));
        NetworkFiles standard = new NetworkFiles(StandardLayers.catalog());
        assertThatThrownBy(() -> standard.load(new ByteArrayInputStream(bytes), "lab.network"))
                .isInstanceOfSatisfying(ReportedException.class, e -> {
                    assertThat(e).hasMessageContaining("the types of " + LabLayer.URI + " are not known here");
                    assertThat(e.remedy()).contains("Install the plug-in");
                });
    }

    @Test
    void withoutTheBehaviourTheLayerIsNamed() {
        Network network = Networks.single(Shape.image(30, 20, 3), lab.create(3));
        NetworkAnalysis analysis = new NetworkAnalyser(StandardLayers.catalog()).analyse(network);
        assertThat(analysis.problems()).extracting(Problem::message)
                .containsExactly("Upsampling 'layer' is of a type that is not installed here.");
    }

    @Test
    void aBehaviourThatFailsIsNamedAndTheRestGoesOn() {
        LayerCatalog faulty = StandardLayers.catalog().with(lab.with(List.of(new Faulty(lab.type))));
        Network network = Networks.single(Shape.image(30, 20, 3), lab.create(3));
        NetworkAnalysis analysis = new NetworkAnalyser(faulty).analyse(network);
        assertThat(analysis.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("Upsampling 'layer'").contains(Faulty.class.getName());
            assertThat(problem.explanation()).contains("lab's mistake");
        });
        assertThat(analysis.shapeOf(network.getLayers().get(0))).isPresent();
    }

    @Test
    void aTypeWithoutABehaviourIsRefused() {
        LayerCatalog standard = StandardLayers.catalog();
        assertThatThrownBy(() -> standard.with(lab.with(List.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Upsampling");
        assertThatThrownBy(() -> catalog.with(new LabLayer()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(LabLayer.URI);
    }

    private NetworkAnalysis analyse(Network network) {
        return new NetworkAnalyser(catalog).analyse(network);
    }

    private String shape(Network network) {
        return analyse(network).shapeOf(Networks.layer(network, "layer")).orElseThrow().display();
    }

    private static final class Faulty extends OneInputBehavior<Layer> {
        private final EClass type;

        Faulty(EClass type) {
            super(Layer.class);
            this.type = type;
        }

        @Override
        public boolean describes(EClass candidate) {
            return candidate == type;
        }

        @Override
        protected Shape outputShape(Layer layer, Shape input) {
            throw new IllegalStateException("lab's mistake");
        }
    }
}
