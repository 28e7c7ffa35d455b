// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.layer.standard.StandardLayers;

class NetworkFilesTest {
    private final NetworkFiles files = new NetworkFiles(StandardLayers.catalog());

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsLoadedAgain() {
        Network network = Networks.referenceCnn();
        Path file = folder.resolve("cnn.network");
        files.save(network, file);
        assertThat(EcoreUtil.equals(files.load(file), network)).isTrue();
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        byte[] bytes = files.toBytes(Networks.referenceCnn());
        assertThat(files.toBytes(files.load(new ByteArrayInputStream(bytes), "n"))).isEqualTo(bytes);
    }

    @Test
    void savingLeavesTheNetworkWhereItIs() {
        Network network = Networks.referenceCnn();
        files.toBytes(network);
        assertThat(network.eResource()).isNull();
        assertThat(files.load(new ByteArrayInputStream(files.toBytes(network)), "n").eResource()).isNull();
    }

    @Test
    void textOfAllScriptsAndLinesSurvives() {
        Network network = Networks.referenceCnn();
        network.setDescription("Röntgen & <胸部>\nsecond line\ttab \"quoted\" \uD83E\uDEC1");
        Path file = folder.resolve("cnn.network");
        files.save(network, file);
        assertThat(files.load(file).getDescription()).isEqualTo(network.getDescription());
        assertThat(file).content(StandardCharsets.UTF_8).contains("胸部").doesNotContain("\r");
    }

    @Test
    void unfinishedNetworksCanBeSaved() {
        Network network = Networks.referenceCnn();
        network.getConnections().add(NetworkFactory.eINSTANCE.createConnection());
        Bidirectional empty = NetworkFactory.eINSTANCE.createBidirectional();
        empty.setId("empty");
        network.getLayers().add(empty);
        Path file = folder.resolve("cnn.network");
        files.save(network, file);
        assertThat(EcoreUtil.equals(files.load(file), network)).isTrue();
    }

    @Test
    void layersWithoutAnIdGetOne() {
        Network network = load("<layers xsi:type=\"network:TimeDistributed\" name=\"a\">"
                + "<layer xsi:type=\"network:Dense\"/></layers>");
        assertThat(LayerIds.isValid(network.getLayers().get(0).getId())).isTrue();
    }

    @Test
    void charactersThatXmlHasNoPlaceForAreRefused() {
        Network network = Networks.referenceCnn();
        network.setName("a\u0000b");
        Path file = folder.resolve("cnn.network");
        assertThatThrownBy(() -> files.save(network, file)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("can't be stored");
        assertThat(file).doesNotExist();
    }

    @Test
    void aConnectionToALayerOutsideIsRefused() {
        Network network = Networks.referenceCnn();
        network.getConnections().get(0).setSource(NetworkFactory.eINSTANCE.createDense());
        assertThatThrownBy(() -> files.toBytes(network)).isInstanceOf(ReportedException.class);
    }

    @Test
    void aFolderThatIsMissingIsReported() {
        assertThatThrownBy(() -> files.save(Networks.referenceCnn(), folder.resolve("absent/cnn.network")))
                .isInstanceOfSatisfying(ReportedException.class,
                        e -> assertThat(e.kind()).isEqualTo(ErrorKind.ENVIRONMENT));
    }

    @Test
    void aFileThatIsMissingIsReportedWithItsPath() {
        Path file = folder.resolve("absent.network");
        assertThatThrownBy(() -> files.load(file)).isInstanceOfSatisfying(ReportedException.class, e -> {
            assertThat(e.where()).contains(file);
            assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        });
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("a.network"));
        assertThatThrownBy(() -> files.load(inside)).isInstanceOf(ReportedException.class);
    }

    private Network load(String content) {
        String text = "<network:Network xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:network=\"http://vesalius.org/network/1.0\">" + content + "</network:Network>";
        return files.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.network");
    }
}
