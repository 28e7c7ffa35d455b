// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.ReferToFile;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.fixture.LogisticLibrary;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.TrainableNetwork;

class BuiltNetworkTest {
    @TempDir
    private Path folder;

    /** The file of the block is gone when the worker starts: the run has one of its own. */
    @Test
    void theLibraryBuildsTheLayersThatBlocksStandFor() throws IOException {
        SmallExperiment experiment = new SmallExperiment(folder);
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        Network network = files.load(folder.resolve("small.network"));
        Block block = new GroupLayers(network.getLayers().subList(1, 3)).apply();
        block.setId("head");
        new BlockFiles(StandardLayers.catalog()).save(block, folder.resolve("head.block"));
        new ReferToFile(block, "head.block").apply();
        files.save(network, folder.resolve("small.network"));
        RunFolder run = experiment.prepare();
        Files.delete(folder.resolve("head.block"));

        List<String> built = new ArrayList<>();
        LogisticLibrary library = new LogisticLibrary(iteration -> {}) {
            @Override
            public TrainableNetwork build(Network computed, TrainingSettings settings, LibraryContext context) {
                computed.getLayers().stream().map(Layer::getId).forEach(built::add);
                return super.build(computed, settings, context);
            }
        };
        try (BuiltNetwork opened = BuiltNetwork.of(run, experiment.worker(library))) {
            assertThat(built).containsExactly("image", "head/flat", "head/unit", "finding");
            assertThat(opened.loaded().network().getLayers()).hasSize(3);
        }
    }
}
