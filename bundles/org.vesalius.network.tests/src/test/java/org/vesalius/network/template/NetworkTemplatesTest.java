// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Networks;
import org.vesalius.network.Analyses;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;

class NetworkTemplatesTest {
    private final NetworkTemplates templates = new NetworkTemplates();
    private final LayerCatalog catalog = LayerCatalog.standard();

    static Stream<String> ids() {
        return new NetworkTemplates().ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isFreeOfFaults(String id) {
        assertThat(Analyses.faults(templates.create(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isTheFileThatVesaliusWouldWrite(String id) throws IOException {
        try (InputStream in = NetworkTemplates.class.getResourceAsStream(id + ".network")) {
            assertThat(new NetworkFiles(catalog).toBytes(templates.create(id))).isEqualTo(in.readAllBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void runsFromTopToBottomWithoutOverlap(String id) {
        Network network = templates.create(id);
        assertThat(network.getConnections()).allSatisfy(connection -> assertThat(connection.getTarget().getY())
                .isGreaterThanOrEqualTo(connection.getSource().getY() + 80));
        assertThat(network.getLayers()).extracting(Layer::getY).doesNotHaveDuplicates();
        assertThat(network.getDescription()).isNotBlank();
    }

    @Test
    void theConvolutionalOneIsThatOfTheReferenceText() {
        Network template = templates.create(NetworkTemplates.REFERENCE_CNN);
        Network byHand = Networks.referenceCnn();
        byHand.setName(template.getName());
        byHand.setDescription(template.getDescription());
        byHand.getLayers().forEach(layer -> layer.setY(layer.getY() + 40));
        assertThat(EcoreUtil.equals(template, byHand)).isTrue();
    }

    /** Simple RNNs: 128·(128+32+1) and 128·(128+128+1); the dense layer at each step: 5·(128+1). */
    @Test
    void theRecurrentOneLabelsEveryStep() {
        Network network = templates.create(NetworkTemplates.REFERENCE_RNN);
        NetworkAnalysis analysis = new NetworkAnalyzer(catalog).analyze(network);
        assertThat(analysis.shapeOf(Networks.layer(network, "state")).orElseThrow().display()).isEqualTo("100×5");
        assertThat(analysis.totalParameters().total()).isEqualTo(20_608 + 32_896 + 645);
    }

    @Test
    void eachCreationIsANewNetwork() {
        assertThat(templates.create("mlp")).isNotSameAs(templates.create("mlp"));
    }

    @Test
    void anUnknownTemplateIsNamed() {
        assertThatThrownBy(() -> templates.create("resnet")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("resnet").hasMessageContaining("mlp");
    }
}
