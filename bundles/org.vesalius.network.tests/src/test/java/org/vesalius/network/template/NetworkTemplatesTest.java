// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vesalius.network.Analyses;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.Networks;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.standard.StandardLayers;

class NetworkTemplatesTest {
    private final NetworkTemplates templates = new NetworkTemplates();
    private final LayerCatalog catalog = StandardLayers.catalog();

    static Stream<String> ids() {
        return new NetworkTemplates().ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isFreeOfFaults(String id) {
        assertThat(Analyses.faults(templates.create(id))).isEmpty();
    }

    static Stream<String> stored() {
        return Stream.of(NetworkTemplates.REFERENCE_CNN, NetworkTemplates.REFERENCE_RNN, NetworkTemplates.MLP);
    }

    @Test
    void thereIsATemplateForEachCommonTask() {
        assertThat(templates.ids()).containsExactly("reference-cnn", "reference-rnn", "mlp", "lenet", "vgg-16",
                "resnet-18", "resnet-34", "resnet-50", "densenet-121", "mobilenet", "efficientnet-b0", "u-net-2d",
                "u-net-3d", "ecg-resnet-1d", "sequence-lstm", "transformer-encoder", "image-record-fusion");
        assertThat(templates.all()).extracting(NetworkTemplate::category).contains(TemplateCategory.values());
        assertThat(templates.all()).extracting(NetworkTemplate::title).doesNotHaveDuplicates();
        assertThat(templates.find("resnet-50")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isTheFileThatVesaliusWouldWrite(String id) throws IOException {
        try (InputStream in = NetworkTemplates.class.getResourceAsStream(id + ".network")) {
            assertThat(new NetworkFiles(catalog).toBytes(templates.create(id))).isEqualTo(in.readAllBytes());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void runsFromTopToBottomWithoutOverlap(String id) {
        Network network = templates.create(id);
        for (LayerGraph graph : Graphs.in(network)) {
            assertThat(graph.getConnections()).allSatisfy(connection -> assertThat(connection.getTarget().getY())
                    .isGreaterThanOrEqualTo(connection.getSource().getY() + 80));
            assertThat(graph.getLayers()).extracting(layer -> layer.getX() + "," + layer.getY())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysWhatItIsForAndStatesItInTheNetwork(String id) {
        NetworkTemplate template = templates.find(id).orElseThrow();
        Network network = template.create();
        assertThat(template.description()).isNotBlank().endsWith(".").isEqualTo(network.getDescription());
        assertThat(template.title()).isEqualTo(network.getName());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void comesBackFromAFileAsItIs(String id) {
        Network network = templates.create(id);
        NetworkFiles files = new NetworkFiles(catalog);
        byte[] bytes = files.toBytes(network);
        Network loaded = files.load(new ByteArrayInputStream(bytes), id);
        assertThat(files.toBytes(loaded)).isEqualTo(bytes);
        assertThat(files.toBytes(templates.create(id))).isEqualTo(bytes);
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
        NetworkAnalysis analysis = new NetworkAnalyser(catalog).analyse(network);
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
