// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Block;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Networks;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.fix.AppendLayer;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.template.NetworkTemplates;

class NetworkDiffTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final Network before = Networks.referenceCnn();
    private final Network after = EcoreUtil.copy(before);

    @Test
    void aCopyDoesNotDiffer() {
        assertThat(NetworkDiff.between(before, after).isEmpty()).isTrue();
        assertThat(lines()).isEmpty();
    }

    @Test
    void placesDoNotMatter() {
        after.getLayers().forEach(layer -> layer.setX(layer.getX() + 7));
        after.getLayers().move(0, 5);
        after.getConnections().move(0, 3);
        assertThat(lines()).isEmpty();
    }

    @Test
    void changedAttributesAreToldWithOldAndNewValue() {
        Convolution2D conv = (Convolution2D) Networks.layer(after, "conv1");
        conv.setFilters(64);
        conv.setKernelSize(Size2D.square(5));
        after.setDescription("tried larger windows");
        assertThat(lines()).containsExactly("~ Network: Description nothing → \"tried larger windows\"",
                "~ Convolution 2D 'conv1': Filters 32 → 64; Kernel size 3×3 → 5×5");
        LayerChange change = NetworkDiff.between(before, after).changed().get(0);
        assertThat(change.attributes()).extracting(AttributeChange::before).containsExactly(32, Size2D.square(3));
    }

    @Test
    void renamedLayersAreTheSameByTheirIds() {
        Networks.layer(after, "fc1").setName("hidden");
        assertThat(lines()).containsExactly("~ Dense 'hidden': Name \"fc1\" → \"hidden\"");
    }

    @Test
    void anInsertedLayerIsOneAddedAndOneInputRewired() {
        new InsertLayer("", Networks.layer(after, "pool1").getIncoming().get(0),
                NetworkPackage.Literals.BATCH_NORMALIZATION).apply();
        assertThat(lines()).containsExactly("+ Batch normalisation 'norm1' behind 'conv1'",
                "> Pooling 2D 'pool1': input 1 comes from 'norm1' instead of 'conv1'");
    }

    @Test
    void aRemovedLayerIsToldByItsOldName() {
        Layer dropout = Networks.layer(after, "dropout");
        dropout.getOutgoing().get(0).setSource(Networks.layer(after, "fc1"));
        new Wiring(after).remove(dropout);
        assertThat(lines()).containsExactly("- Dropout 'dropout'",
                "> Dense 'fc2': input 1 comes from 'fc1' instead of 'dropout'");
    }

    @Test
    void addedLayersSayHowTheyAreSet() {
        new AppendLayer("", Networks.layer(after, "fc1"), NetworkPackage.Literals.DENSE,
                added -> ((Dense) added).setUnits(7)).apply();
        assertThat(lines()).containsExactly("+ Dense 'dense1' (Units 7) behind 'fc1'");
    }

    @Test
    void aLayerOfAnotherTypeIsNotComparedByItsAttributes() {
        new ReplaceLayer("", Networks.layer(after, "dropout"), NetworkPackage.Literals.GAUSSIAN_DROPOUT).apply();
        assertThat(lines()).containsExactly("~ Gaussian dropout 'dropout': was Dropout 'dropout'");
    }

    @Test
    void whatIsInsideAWrapperIsCompared() {
        Network rnn = new NetworkTemplates().create(NetworkTemplates.REFERENCE_RNN);
        Network changed = EcoreUtil.copy(rnn);
        ((Dense) ((TimeDistributed) Networks.layer(changed, "steps")).getLayer()).setUnits(3);
        assertThat(NetworkDiff.between(rnn, changed).describe())
                .containsExactly("~ Time distributed 'steps': inside, Units 5 → 3");
    }

    @Test
    void groupedLayersAreTheSameLayersElsewhere() {
        new GroupLayers(List.of(Networks.layer(after, "conv2"), Networks.layer(after, "pool2"))).apply();
        assertThat(lines()).containsExactly("+ Block 'block1' behind 'pool1'", "+ block1/Block input 'in'",
                "+ block1/Block output 'out' behind 'pool2'",
                "~ block1/Convolution 2D 'conv2': moved into Block 'block1'",
                "~ block1/Pooling 2D 'pool2': moved into Block 'block1'",
                "> block1/Convolution 2D 'conv2': input 1 comes from 'in' instead of 'pool1'",
                "> Flatten 'flatten': input 1 comes from 'block1' instead of 'pool2'");
    }

    @Test
    void variationsAreCompared() {
        Block block = new GroupLayers(List.of(Networks.layer(before, "conv2"), Networks.layer(before, "pool2")))
                .apply();
        Network changed = EcoreUtil.copy(before);
        Block other = (Block) Networks.layer(changed, block.getName());
        other.setRepeat(2);
        new VaryAttribute(other, other.getLayers().get(0), NetworkPackage.Literals.CONVOLUTION__FILTERS, "64*2^i")
                .apply();
        assertThat(NetworkDiff.between(before, changed).describe()).containsExactly(
                "~ Block 'block1': Repeat 1 → 2; filters of 'conv2' by repetition nothing → 64*2^i");
        assertThat(NetworkDiff.between(changed, before).describe()).containsExactly(
                "~ Block 'block1': Repeat 2 → 1; filters of 'conv2' by repetition 64*2^i → nothing");
    }

    @Test
    void layersWithOtherIdsAreFoundByNameAndType() {
        LayerIds.of(after).reassign(after);
        assertThat(NetworkDiff.between(before, after).added()).isEmpty();
        assertThat(NetworkDiff.between(before, after).rewired()).isEmpty();
        assertThat(NetworkDiff.between(before, after).changed()).hasSize(10)
                .allSatisfy(change -> assertThat(change.attributes()).extracting(AttributeChange::label).containsExactly("Id"));
    }

    /** Ids and names all differ, a layer is inserted and one changed: only the neighbours tell who is who. */
    @Test
    void layersWithOtherIdsAndNamesAreFoundByTheirNeighbours() {
        new InsertLayer("", Networks.layer(after, "flatten").getIncoming().get(0),
                NetworkPackage.Literals.SPATIAL_DROPOUT).apply();
        ((Dense) Networks.layer(after, "fc1")).setUnits(64);
        LayerIds.of(after).reassign(after);
        after.getLayers().forEach(layer -> layer.setName("x" + layer.getName()));
        NetworkDiff diff = NetworkDiff.between(before, after);
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.added()).extracting(layer -> layer.eClass().getName()).containsExactly("SpatialDropout");
        assertThat(diff.changed().stream().filter(change -> change.attributes().size() > 2))
                .extracting(change -> change.before().getName()).containsExactly("fc1");
        assertThat(diff.rewired()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void thereAndBackHaveTheSameSize(int seed) {
        new RandomEdits(after, new Random(seed)).make(12);
        NetworkDiff there = NetworkDiff.between(before, after);
        NetworkDiff back = NetworkDiff.between(after, before);
        assertThat(there.added()).hasSameSizeAs(back.removed());
        assertThat(there.changed()).hasSameSizeAs(back.changed());
        assertThat(there.isEmpty()).isFalse();
    }

    @Test
    void fiveThousandLayersAreNoMatter() {
        Network one = chain(5000);
        Network other = EcoreUtil.copy(one);
        LayerIds.of(other).reassign(other);
        other.getLayers().forEach(layer -> layer.setName(layer.getName() + "'"));
        NetworkDiff diff = NetworkDiff.between(one, other);
        assertThat(diff.added()).isEmpty();
        assertThat(diff.rewired()).isEmpty();
    }

    @Test
    void emptyAndUnfinishedNetworksAreCompared() {
        Network empty = FACTORY.createNetwork();
        assertThat(NetworkDiff.between(empty, before).added()).hasSize(10);
        assertThat(NetworkDiff.between(before, empty).removed()).hasSize(10);
        after.getConnections().add(FACTORY.createConnection());
        after.getLayers().add(FACTORY.createBidirectional());
        assertThat(NetworkDiff.between(before, after).describe()).containsExactly("+ Bidirectional without a name");
    }

    @Test
    void blocksCanBeComparedByThemselves() {
        LayerGraph block = (LayerGraph) new NetworkTemplates().create("resnet-18").getLayers().get(7);
        LayerGraph other = EcoreUtil.copy(block);
        ((Convolution2D) other.getLayers().get(1)).setFilters(1);
        assertThat(NetworkDiff.between(block, other).describe())
                .containsExactly("~ Convolution 2D 'conv1': Filters 64 → 1");
    }

    private static Network chain(int layers) {
        NetworkBuilder builder = new NetworkBuilder("chain").add("in", Networks.input("30"));
        for (int i = 0; i < layers; i++) {
            builder.add("d" + i, Networks.dense(1 + i % 7, ActivationFunction.RELU));
        }
        return builder.add("out", FACTORY.createOutput()).build();
    }

    private List<String> lines() {
        return NetworkDiff.between(before, after).describe();
    }
}
