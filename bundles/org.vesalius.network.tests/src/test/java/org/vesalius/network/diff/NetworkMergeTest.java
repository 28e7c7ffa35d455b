// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.network.Analyses;
import org.vesalius.network.Block;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Networks;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.ReferToFile;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.fix.AppendLayer;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;

class NetworkMergeTest {
    private final Network base = Networks.referenceCnn();
    private final Network ours = EcoreUtil.copy(base);
    private final Network theirs = EcoreUtil.copy(base);

    @Test
    void changesInDifferentPlacesComeTogether() {
        ((Convolution2D) Networks.layer(ours, "conv1")).setFilters(48);
        ((Dense) Networks.layer(theirs, "fc1")).setUnits(64);
        theirs.setDescription("smaller head");
        insert(theirs, "pool2", "norm");
        Network merged = sound();
        assertThat(((Convolution2D) Networks.layer(merged, "conv1")).getFilters()).isEqualTo(48);
        assertThat(((Dense) Networks.layer(merged, "fc1")).getUnits()).isEqualTo(64);
        assertThat(merged.getDescription()).isEqualTo("smaller head");
        assertThat(Networks.layer(merged, "pool2").getIncoming().get(0).getSource().getName()).isEqualTo("norm");
        assertThat(Analyses.faults(merged)).isEmpty();
    }

    @Test
    void bothMayChangeTheSameLayerInDifferentWays() {
        ((Convolution2D) Networks.layer(ours, "conv1")).setFilters(48);
        ((Convolution2D) Networks.layer(theirs, "conv1")).setUseBias(false);
        Convolution2D conv = (Convolution2D) Networks.layer(sound(), "conv1");
        assertThat(conv.getFilters()).isEqualTo(48);
        assertThat(conv.isUseBias()).isFalse();
    }

    @Test
    void theSameChangeIsMadeOnce() {
        insert(ours, "pool2", "norm");
        insert(theirs, "pool2", "norm");
        ours.setName("better");
        theirs.setName("better");
        assertThat(NetworkDiff.between(ours, sound()).isEmpty()).isTrue();
    }

    @Test
    void differentValuesAreAConflictAndOursStays() {
        ((Convolution2D) Networks.layer(ours, "conv1")).setFilters(48);
        ((Convolution2D) Networks.layer(theirs, "conv1")).setFilters(16);
        ours.setName("a");
        theirs.setName("b");
        MergedNetwork merged = NetworkMerge.merge(base, ours, theirs);
        assertThat(merged.conflicts()).extracting(MergedNetwork.Conflict::message).containsExactly(
                "Both changed the name of the network in different ways.",
                "Both changed Filters of Convolution 2D 'conv1': Filters 32 → 48 here, Filters 32 → 16 there.");
        assertThat(merged.conflicts()).extracting(MergedNetwork.Conflict::layerId).containsExactly("", "conv1");
        assertThat(NetworkDiff.between(ours, merged.network()).isEmpty()).isTrue();
    }

    @Test
    void insertingAtTheSamePlaceIsAConflict() {
        insert(ours, "pool2", "first");
        insert(theirs, "pool2", "second");
        assertThat(conflicts()).containsExactly("Both led something else into input 1 of Pooling 2D 'pool2'.");
    }

    @Test
    void aLayerRemovedByOneGoes() {
        remove(theirs, "dropout");
        ((Dense) Networks.layer(ours, "fc1")).setUnits(64);
        Network merged = sound();
        assertThat(merged.getLayers()).extracting(Layer::getName).doesNotContain("dropout");
        assertThat(Analyses.faults(merged)).isEmpty();
    }

    @Test
    void aLayerRemovedByOneAndChangedByTheOtherStays() {
        remove(theirs, "fc1");
        ((Dense) Networks.layer(ours, "fc1")).setUnits(64);
        assertThat(conflicts()).containsExactly(
                "Dense 'fc1' was removed by one, and changed or used by the other; it stays.");
        assertThat(NetworkMerge.merge(base, ours, theirs).network().getLayers()).hasSize(10);
    }

    @Test
    void aLayerChangedByOneAndRemovedByTheOtherStaysAway() {
        remove(ours, "fc1");
        ((Dense) Networks.layer(theirs, "fc1")).setUnits(64);
        assertThat(conflicts()).containsExactly("Dense 'fc1' was changed by one and removed by the other; it stays"
                + " away.");
    }

    @Test
    void layersAreAddedToBlocks() {
        Block block = new GroupLayers(List.of(Networks.layer(base, "conv2"), Networks.layer(base, "pool2"))).apply();
        Network one = EcoreUtil.copy(base);
        Network other = EcoreUtil.copy(base);
        Block theirBlock = (Block) Networks.layer(other, block.getName());
        new InsertLayer("", theirBlock.getConnections().get(0), NetworkPackage.Literals.BATCH_NORMALIZATION).apply();
        theirBlock.setRepeat(2);
        new VaryAttribute(theirBlock, theirBlock.getLayers().get(0), NetworkPackage.Literals.CONVOLUTION__FILTERS,
                "64*2^i").apply();
        ((Dense) Networks.layer(one, "fc1")).setUnits(64);
        MergedNetwork merged = NetworkMerge.merge(base, one, other);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(NetworkDiff.between(other, merged.network()).describe())
                .containsExactly("~ Dense 'fc1': Units 128 → 64");
        assertThat(Analyses.faults(merged.network())).isEmpty();
    }

    @Test
    void oneMayGroupWhatTheOtherChanges() {
        ((Convolution2D) Networks.layer(ours, "conv2")).setFilters(48);
        insert(ours, "flatten", "norm");
        new GroupLayers(List.of(Networks.layer(theirs, "conv2"), Networks.layer(theirs, "pool2"))).apply();
        Network merged = NetworkMerge.merge(base, ours, theirs).network();
        Block block = (Block) merged.getLayers().stream().filter(Block.class::isInstance).findFirst().orElseThrow();
        assertThat(((Convolution2D) block.getLayers().get(0)).getFilters()).isEqualTo(48);
    }

    @Test
    void groupingByBothIsLeftToPeople() {
        new GroupLayers(List.of(Networks.layer(ours, "conv2"), Networks.layer(ours, "pool2"))).apply();
        new GroupLayers(List.of(Networks.layer(theirs, "conv1"), Networks.layer(theirs, "pool1"))).apply();
        MergedNetwork merged = NetworkMerge.merge(base, ours, theirs);
        assertThat(merged.conflicts()).hasSize(1);
        assertThat(NetworkDiff.between(ours, merged.network()).isEmpty()).isTrue();
    }

    @Test
    void aNewBlockComesWithItsInside() {
        Layer fc = Networks.layer(theirs, "fc1");
        new AppendLayer("", fc, NetworkPackage.Literals.DENSE, added -> ((Dense) added).setUnits(3)).apply();
        Layer added = Networks.layer(theirs, "dense1");
        new GroupLayers(List.of(added)).apply();
        ((Dense) Networks.layer(ours, "fc1")).setUnits(64);
        Network merged = sound();
        Block block = (Block) merged.getLayers().stream().filter(Block.class::isInstance).findFirst().orElseThrow();
        assertThat(block.getLayers()).extracting(Layer::getName).containsExactly("dense1", "in", "out");
        assertThat(block.getIncoming()).extracting(c -> c.getSource().getName()).containsExactly("fc1");
    }

    @Test
    void aNewLayerWhoseIdIsTakenGetsAnother() {
        new AppendLayer("", Networks.layer(theirs, "fc1"), NetworkPackage.Literals.DENSE, added -> added.setId("mine"))
                .apply();
        new AppendLayer("", Networks.layer(ours, "fc1"), NetworkPackage.Literals.DROPOUT, added -> added.setId("mine"))
                .apply();
        assertThat(sound().getLayers()).hasSize(12).extracting(Layer::getId).doesNotHaveDuplicates();
    }

    @Test
    void whatIsInsideAWrapperIsMerged() {
        Network rnn = new NetworkTemplates().create(NetworkTemplates.REFERENCE_RNN);
        Network one = EcoreUtil.copy(rnn);
        Network other = EcoreUtil.copy(rnn);
        ((Dense) ((TimeDistributed) Networks.layer(other, "steps")).getLayer()).setUnits(3);
        Network merged = NetworkMerge.merge(rnn, one, other).network();
        assertThat(NetworkDiff.between(other, merged).isEmpty()).isTrue();
    }

    @Test
    void anotherTypeIsTakenOverUnlessTheLayerWasChanged() {
        new ReplaceLayer("", Networks.layer(theirs, "dropout"), NetworkPackage.Literals.GAUSSIAN_DROPOUT).apply();
        assertThat(NetworkDiff.between(theirs, sound()).isEmpty()).isTrue();
        Networks.layer(ours, "dropout").setName("drop");
        assertThat(conflicts()).containsExactly(
                "Dropout 'dropout' became another type for one, and was changed by the other.");
    }

    @Test
    void whatStandsBehindALayerOfAnotherTypeComesWithIt() {
        new ReplaceLayer("", Networks.layer(theirs, "dropout"), NetworkPackage.Literals.GAUSSIAN_DROPOUT).apply();
        insert(theirs, Networks.layer(theirs, "dropout").getOutgoing().get(0).getTarget().getName(), "norm");
        ((Dense) Networks.layer(ours, "fc1")).setUnits(64);
        assertThat(NetworkDiff.between(theirs, sound()).describe()).containsExactly("~ Dense 'fc1': Units 128 → 64");
    }

    @Test
    void aConnectionFromALayerThatTheOtherRemovedIsAConflict() {
        Networks.layer(theirs, "fc1").getIncoming().get(0).setSource(Networks.layer(theirs, "pool1"));
        remove(ours, "pool1");
        assertThat(conflicts()).containsExactly("Input 1 of Dense 'fc1' comes from Pooling 2D 'pool1' for one, which"
                + " the other removed; it stays as it was.");
        Network merged = NetworkMerge.merge(base, ours, theirs).network();
        assertThat(Networks.layer(merged, "fc1").getIncoming()).extracting(c -> c.getSource().getName())
                .containsExactly("flatten");
    }

    @Test
    void aBlockThatIsAnotherTypeForOneAndVariedByTheOtherIsAConflict() {
        Block block = new GroupLayers(List.of(Networks.layer(base, "conv2"), Networks.layer(base, "pool2"))).apply();
        Network one = EcoreUtil.copy(base);
        Network other = EcoreUtil.copy(base);
        new ReferToFile((Block) Networks.layer(one, block.getName()), "stage.block").apply();
        Block theirBlock = (Block) Networks.layer(other, block.getName());
        new VaryAttribute(theirBlock, theirBlock.getLayers().get(0), NetworkPackage.Literals.CONVOLUTION__FILTERS,
                "64*2^i").apply();
        assertThat(NetworkMerge.merge(base, one, other).conflicts()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatOnlyOneChangedIsTakenOverWhole(int seed) {
        new RandomEdits(theirs, new Random(seed)).make(15);
        assertThat(NetworkDiff.between(theirs, sound()).describe()).isEmpty();
        MergedNetwork swapped = NetworkMerge.merge(base, theirs, ours);
        assertThat(swapped.conflicts()).isEmpty();
        assertThat(NetworkDiff.between(theirs, swapped.network()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverBothDidTheResultIsANetworkThatCanBeSaved(int seed) {
        new RandomEdits(ours, new Random(seed)).make(8);
        new RandomEdits(theirs, new Random(100 + seed)).make(8);
        Network merged = NetworkMerge.merge(base, ours, theirs).network();
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        assertThat(files.toBytes(merged)).isNotEmpty();
        assertThat(merged.getLayers()).extracting(Layer::getId).doesNotHaveDuplicates();
        assertThat(merged.getConnections()).noneMatch(c -> c.getSource() == null || c.getTarget() == null);
    }

    /** Merges, expects no conflict, and that the versions stay as they are. */
    private Network sound() {
        String before = text(ours) + text(theirs) + text(base);
        MergedNetwork merged = NetworkMerge.merge(base, ours, theirs);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(ours) + text(theirs) + text(base)).isEqualTo(before);
        return merged.network();
    }

    private List<String> conflicts() {
        return NetworkMerge.merge(base, ours, theirs).conflicts().stream().map(MergedNetwork.Conflict::message).toList();
    }

    private static String text(Network network) {
        return new String(new NetworkFiles(StandardLayers.catalog()).toBytes(network));
    }

    private static void insert(Network network, String before, String name) {
        new InsertLayer("", Networks.layer(network, before).getIncoming().get(0),
                NetworkPackage.Literals.BATCH_NORMALIZATION, added -> {
                    added.setId(name);
                    added.setName(name);
                }).apply();
    }

    private static void remove(Network network, String name) {
        Layer layer = Networks.layer(network, name);
        Layer before = layer.getIncoming().get(0).getSource();
        List.copyOf(layer.getOutgoing()).forEach(connection -> connection.setSource(before));
        new Wiring(network).remove(layer);
    }
}
