// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Connection;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Networks;
import org.vesalius.network.TimeDistributed;

class WiringTest {
    private final Network network = Networks.referenceCnn();
    private final Wiring wiring = new Wiring(network);

    @Test
    void aNewLayerHasAnIdAFreeNameAndTheDefaultsOfItsType() {
        Dense dense = (Dense) wiring.add(NetworkPackage.Literals.DENSE);
        assertThat(dense.getName()).isEqualTo("dense1");
        assertThat(LayerIds.isValid(dense.getId())).isTrue();
        assertThat(dense.getUnits()).isEqualTo(128);
        assertThat(wiring.add(NetworkPackage.Literals.CONVOLUTION2_D).getName()).isEqualTo("conv3");
    }

    @Test
    void connectionsTakeTheNextInput() {
        Layer sum = wiring.add(NetworkPackage.Literals.ADD);
        Layer conv1 = Networks.layer(network, "conv1");
        Layer conv2 = Networks.layer(network, "conv2");
        assertThat(wiring.connect(conv2, sum).getTargetInput()).isZero();
        assertThat(wiring.connect(conv1, sum).getTargetInput()).isEqualTo(1);
        assertThat(Inputs.of(sum)).containsExactly(conv2, conv1);
    }

    @Test
    void inputsComeInTheOrderOfTheirNumbers() {
        Layer sum = wiring.add(NetworkPackage.Literals.ADD);
        Layer conv1 = Networks.layer(network, "conv1");
        Layer conv2 = Networks.layer(network, "conv2");
        wiring.connect(conv2, sum, 1);
        wiring.connect(conv1, sum, 0);
        assertThat(Inputs.of(sum)).containsExactly(conv1, conv2);
    }

    @Test
    void theInputsBehindARemovedConnectionMoveUp() {
        Layer sum = wiring.add(NetworkPackage.Literals.ADD);
        Connection first = wiring.connect(Networks.layer(network, "conv1"), sum);
        Connection second = wiring.connect(Networks.layer(network, "conv2"), sum);
        Connection third = wiring.connect(Networks.layer(network, "pool1"), sum);
        wiring.disconnect(first);
        assertThat(second.getTargetInput()).isZero();
        assertThat(third.getTargetInput()).isEqualTo(1);
    }

    @Test
    void aLayerThatGoesLeavesNoGapInTheInputsOfTheNext() {
        Layer sum = wiring.add(NetworkPackage.Literals.ADD);
        wiring.connect(Networks.layer(network, "conv1"), sum);
        Connection second = wiring.connect(Networks.layer(network, "pool1"), sum);
        wiring.remove(Networks.layer(network, "conv1"));
        assertThat(second.getTargetInput()).isZero();
    }

    @Test
    void aConnectionLedElsewhereBecomesTheLastInputThereAndLeavesNoGap() {
        Layer sum = wiring.add(NetworkPackage.Literals.ADD);
        Layer other = wiring.add(NetworkPackage.Literals.ADD);
        Connection first = wiring.connect(Networks.layer(network, "conv1"), sum);
        Connection second = wiring.connect(Networks.layer(network, "conv2"), sum);
        wiring.connect(Networks.layer(network, "pool1"), other);
        wiring.retarget(first, other);
        assertThat(first.getTargetInput()).isEqualTo(1);
        assertThat(second.getTargetInput()).isZero();
    }

    @Test
    void aRemovedLayerLeavesNoLooseEnds() {
        Layer conv2 = Networks.layer(network, "conv2");
        wiring.remove(conv2);
        assertThat(network.getLayers()).doesNotContain(conv2);
        assertThat(network.getConnections()).hasSize(7)
                .allSatisfy(c -> assertThat(c.getSource()).isNotNull())
                .allSatisfy(c -> assertThat(c.getTarget()).isNotNull());
        assertThat(Successors.of(Networks.layer(network, "pool1"))).isEmpty();
    }

    @Test
    void aConnectionThatWasTakenOutOnlyCountsNoMore() {
        Connection connection = network.getConnections().remove(0);
        assertThat(connection.getTarget()).isNotNull();
        assertThat(Inputs.of(connection.getTarget())).isEmpty();
        assertThat(Successors.of(connection.getSource())).isEmpty();
    }

    @Test
    void idsAreUniqueInsideWrappersToo() {
        Set<String> ids = new HashSet<>();
        TimeDistributed steps = NetworkFactory.eINSTANCE.createTimeDistributed();
        steps.setLayer(NetworkFactory.eINSTANCE.createDense());
        network.getLayers().add(steps);
        LayerIds.of(network).assignMissing(network);
        network.eAllContents().forEachRemaining(each -> {
            if (each instanceof Layer layer) {
                assertThat(ids.add(layer.getId())).isTrue();
                assertThat(LayerIds.isValid(layer.getId())).isTrue();
            }
        });
        assertThat(ids).hasSize(12).contains("conv1");
    }

    @Test
    void drawnIdsAvoidThoseInUse() {
        String first = LayerIds.of(network, new Random(7)).next();
        Networks.layer(network, "conv1").setId(first);
        assertThat(LayerIds.of(network, new Random(7)).next()).isNotEqualTo(first);
    }

    @Test
    void copiesGetNewIds() {
        LayerIds.of(network).reassign(network);
        assertThat(network.getLayers()).extracting(Layer::getId).doesNotHaveDuplicates().doesNotContain("conv1");
    }

    @Test
    void namesNearAWantedOneAreFree() {
        LayerNames names = LayerNames.of(network);
        assertThat(names.near("conv1")).isEqualTo("conv1-2");
        assertThat(names.near("conv1")).isEqualTo("conv1-3");
        assertThat(names.near("stem")).isEqualTo("stem");
        assertThat(names.next(NetworkPackage.Literals.LSTM)).isEqualTo("lstm1");
        assertThat(names.next(NetworkPackage.Literals.LSTM)).isEqualTo("lstm2");
    }

    @Test
    void theBuilderNamesALayerThatIsMissing() {
        NetworkBuilder builder = new NetworkBuilder("n").add("in", Networks.input("3"));
        assertThatThrownBy(() -> builder.connect("in", "absent")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent");
    }
}
