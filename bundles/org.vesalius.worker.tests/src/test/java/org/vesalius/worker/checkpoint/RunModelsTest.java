// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.FolderTree;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.fixture.LogisticNetwork;
import org.vesalius.worker.fixture.StepHook;
import org.vesalius.worker.state.BestEpoch;
import org.vesalius.worker.state.LossCourse;
import org.vesalius.worker.state.Patience;
import org.vesalius.worker.state.TrainingState;

class RunModelsTest {
    @TempDir
    private Path temp;
    private RunFolder folder;
    private RunModels models;

    @BeforeEach
    void openTheRun() {
        folder = new RunFolder(temp);
        models = new RunModels(folder);
    }

    @Test
    void withoutCheckpointARunBeginsAnew() {
        assertThat(resume(network(1))).isEqualTo(TrainingState.FRESH);
        assertThatThrownBy(models::forUse).isInstanceOf(ReportedException.class).hasMessageContaining("no model yet");
    }

    @Test
    void keepsTheLastTwoCheckpointsAndTheBestModel() {
        keep(1, 1);
        keep(2, 1);
        keep(3, 1);

        assertThat(names(folder.checkpoints())).containsExactlyInAnyOrder("epoch-0002", "epoch-0003");
        assertThat(names(folder.best())).containsExactly("epoch-0001");
        assertThat(models.forUse().state().epoch()).isEqualTo(1);
        assertThat(resume(network(9)).epoch()).isEqualTo(3);
    }

    @Test
    void aBestModelThatWasNotCopiedYetIsFoundAmongTheCheckpoints() throws IOException {
        keep(1, 1);
        keep(2, 2);
        Files.delete(folder.best().resolve("epoch-0002/state.json"));

        assertThat(models.forUse().state().epoch()).isEqualTo(2);
    }

    @Test
    void theStateComesBackAsItWas() {
        keep(1, 1);
        TrainingState state = keep(2, 2);
        LogisticNetwork other = network(9);

        assertThat(resume(other)).isEqualTo(state);
        assertThat(other.parametersSha256()).isEqualTo(network(2).parametersSha256());
    }

    @Test
    void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
        keep(1, 1);
        keep(2, 2);
        Files.write(folder.checkpoints().resolve("epoch-0002/model/parameters.bin"), new byte[7]);

        assertThat(resume(network(9)).epoch()).isEqualTo(1);
        assertThat(names(folder.checkpoints())).containsExactly("epoch-0001");
        assertThat(names(folder.best())).containsExactly("epoch-0001");
    }

    @Test
    void whatACrashLeftHalfWrittenIsSwept() throws IOException {
        keep(1, 1);
        Files.createDirectories(folder.checkpoints().resolve(".saving/model"));
        Files.createDirectories(folder.checkpoints().resolve("epoch-0002/model"));
        resume(network(9));

        assertThat(names(folder.checkpoints())).containsExactly("epoch-0001");
    }

    @Test
    void whatACrashLeftOfARemovedCheckpointIsSwept() throws IOException {
        keep(1, 1);
        Path kept = Files.createDirectory(temp.resolve("kept"));
        Files.copy(folder.checkpoints().resolve("epoch-0001/state.json"), kept.resolve("state.json"));
        keep(2, 2);
        keep(3, 3);
        Files.move(kept, folder.checkpoints().resolve("epoch-0001"));

        assertThat(resume(network(9)).epoch()).isEqualTo(3);
        assertThat(names(folder.checkpoints())).containsExactlyInAnyOrder("epoch-0002", "epoch-0003");
    }

    @Test
    void aCrashBetweenCheckpointAndBestModelLosesNeither() throws IOException {
        keep(1, 1);
        keep(2, 2);
        FolderTree.deleteIfExists(folder.best().resolve("epoch-0002"));
        resume(network(9));

        assertThat(names(folder.best())).contains("epoch-0002");
    }

    private TrainingState resume(LogisticNetwork network) {
        return models.resume(network, (code, message) -> {});
    }

    private TrainingState keep(int epoch, int best) {
        LogisticNetwork network = network(epoch);
        String bestSha256 = network(best).parametersSha256();
        TrainingState state = new TrainingState(epoch, epoch * 5L, 0.1, new BestEpoch(best, 0.5, bestSha256),
                new Patience(0.5, epoch - best), network.parametersSha256(), new LossCourse(0.7, 0.6, false));
        models.keep(network, state, epoch == best);
        return state;
    }

    private static LogisticNetwork network(long seed) {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        Network network = new NetworkBuilder("tiny")
                .add("in", factory.createInput(), input -> input.setShape(Shape.vector(3)))
                .add("out", factory.createOutput(), output -> output.setLoss(Loss.BINARY_CROSS_ENTROPY)).build();
        return new LogisticNetwork(network, seed, StepHook.NONE);
    }

    private static String[] names(Path folder) {
        return folder.toFile().list();
    }
}
