// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Whatever a disk does to a checkpoint shows, is told, and the one before takes its place. */
class DamagedCheckpointTest {
    private static final String PARAMETERS = "model/parameters.bin";
    private static final String STATE = "state.json";
    private static final String SUMS = "SHA256SUMS";

    @TempDir
    private Path temp;
    private RunFolder folder;
    private RunModels models;
    private final List<String> told = new ArrayList<>();

    /** What may happen to a model's folder. */
    record Damage(String name, Action action) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Action {
        void on(Path model) throws IOException;
    }

    static Stream<Damage> damages() {
        List<Damage> damages = new ArrayList<>(List.of(
                // each parameter is followed by its momentum: bytes 4 to 7 are the state of the optimiser
                new Damage("a bit of a parameter", model -> flip(model.resolve(PARAMETERS), 2)),
                new Damage("a bit of the optimiser", model -> flip(model.resolve(PARAMETERS), 6)),
                new Damage("the learning rate", model -> replace(model.resolve(STATE), "0.1", "0.3")),
                new Damage("the best value", model -> replace(model.resolve(STATE), "0.5", "0.7")),
                new Damage("all folders", model -> {
                    FolderTree.deleteIfExists(model);
                    Files.createDirectory(model);
                })));
        for (String file : List.of(PARAMETERS, STATE)) {
            damages.add(new Damage(file + " missing", model -> Files.delete(model.resolve(file))));
        }
        for (String file : List.of(PARAMETERS, STATE, SUMS)) {
            damages.add(new Damage(file + " empty", model -> Files.write(model.resolve(file), new byte[0])));
            damages.add(new Damage(file + " cut short", model -> cut(model.resolve(file))));
            damages.add(new Damage(file + " overwritten", model -> Arrays.stream(new int[] {0, 1, 2, 3})
                    .forEach(place -> flip(model.resolve(file), place))));
        }
        return damages.stream();
    }

    @BeforeEach
    void openTheRun() {
        folder = new RunFolder(temp);
        models = new RunModels(folder);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void theOneBeforeTakesOverAndThatIsTold(Damage damage) throws IOException {
        TrainingState first = keep(1, 1);
        keep(2, 1);
        damage.action().on(folder.checkpoints().resolve("epoch-0002"));
        LogisticNetwork network = network(9);

        assertThat(resume(network)).isEqualTo(first);
        assertThat(network.parametersSha256()).isEqualTo(network(1).parametersSha256());
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("checkpoint.damaged").contains("epoch-0002: ").contains("epoch-0001.");
        assertThat(folder.checkpoints().resolve("epoch-0002")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whenAllAreDamagedNothingIsTrainedSilentlyFromTheBeginning(Damage damage) throws IOException {
        keep(1, 1);
        keep(2, 1);
        for (String epoch : List.of("epoch-0001", "epoch-0002")) {
            damage.action().on(folder.checkpoints().resolve(epoch));
        }

        assertThatThrownBy(() -> resume(network(9))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("All checkpoints of the run are damaged").hasMessageContaining("epoch-0001");
        assertThat(folder.checkpoints().resolve("epoch-0002")).isDirectory();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aDamagedBestModelIsNeverUsedAndItsLossIsTold(Damage damage) throws IOException {
        keep(1, 1);
        keep(2, 1);
        TrainingState last = keep(3, 1);
        damage.action().on(folder.best().resolve("epoch-0001"));
        assertThatThrownBy(models::forUse).isInstanceOf(ReportedException.class)
                .hasMessageContaining("best model of the run, that of epoch 1, is missing or damaged");

        assertThat(resume(network(9))).isEqualTo(last.withoutBest());
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("best-model.damaged").contains("epoch 1").contains("after epoch 3");
    }

    @Test
    void aWholeRunHasNothingToTell() {
        keep(1, 1);
        TrainingState state = keep(2, 2);

        assertThat(resume(network(9))).isEqualTo(state);
        assertThat(told).isEmpty();
    }

    @Test
    void whatReadsBackAsSomethingElseReplacesNothing() throws IOException {
        TrainingState first = keep(1, 1);
        LogisticNetwork faulty = new LogisticNetwork(tiny(), 2, StepHook.NONE) {
            @Override
            public void save(Path model) throws IOException {
                super.save(model);
                flip(model.resolve("parameters.bin"), 6);
            }
        };
        assertThatThrownBy(() -> models.keep(faulty, state(2, 1), false)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("reads back as something else").hasMessageContaining("epoch 1 is kept");

        assertThat(folder.checkpoints().toFile().list()).containsExactly("epoch-0001");
        assertThat(resume(network(9))).isEqualTo(first);
    }

    /** Libraries have exceptions of their own for what they can't read. */
    @Test
    void whateverALibraryThrowsTheOneBeforeTakesOver() {
        TrainingState first = keep(1, 1);
        keep(2, 1);

        assertThat(resume(failing(new IllegalStateException("no number at line 3")))).isEqualTo(first);
        assertThat(told).singleElement().satisfies(notice -> assertThat(notice).startsWith("checkpoint.damaged")
                .contains("epoch-0002: it can't be loaded").contains("epoch-0001."));
    }

    @Test
    void aLackOfMemoryIsNoDamage() {
        keep(1, 1);
        keep(2, 1);

        assertThatThrownBy(() -> resume(failing(new IllegalStateException(new OutOfMemoryError("heap")))))
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(told).isEmpty();
        assertThat(folder.checkpoints().resolve("epoch-0002")).isDirectory();
    }

    /** A network that can't load the checkpoint of epoch 2. */
    private static LogisticNetwork failing(RuntimeException failure) {
        return new LogisticNetwork(tiny(), 9, StepHook.NONE) {
            @Override
            public void load(Path model) throws IOException {
                if (model.toString().contains("epoch-0002")) {
                    throw failure;
                }
                super.load(model);
            }
        };
    }

    @Test
    void aCheckpointOfAnOlderBuildIsStillUsed() throws IOException {
        TrainingState state = keep(1, 1);
        Path model = folder.checkpoints().resolve("epoch-0001");
        Files.delete(model.resolve(SUMS));
        Path file = model.resolve(STATE);
        Files.writeString(file, Files.readString(file).replaceFirst(",\\s*\"course\": \\{[^}]*\\}", ""));
        assertThat(file).content().doesNotContain("course");

        assertThat(resume(network(9))).isEqualTo(new TrainingState(1, state.iteration(), state.learningRate(),
                state.best(), state.patience(), state.parametersSha256(), LossCourse.FRESH));
        assertThat(told).isEmpty();
    }

    @Test
    void othersCanCheckTheSums() throws IOException {
        keep(1, 1);
        Path model = folder.checkpoints().resolve("epoch-0001");

        assertThat(Files.readAllLines(model.resolve(SUMS))).hasSize(2)
                .allMatch(line -> line.matches("[0-9a-f]{64}  (model/parameters.bin|state.json)"));
    }

    private TrainingState resume(LogisticNetwork network) {
        return models.resume(network, (code, message) -> told.add(code + " " + message));
    }

    private TrainingState keep(int epoch, int best) {
        models.keep(network(epoch), state(epoch, best), epoch == best);
        return state(epoch, best);
    }

    private static TrainingState state(int epoch, int best) {
        return new TrainingState(epoch, epoch * 5L, 0.1,
                new BestEpoch(best, 0.5, network(best).parametersSha256()), new Patience(0.5, epoch - best),
                network(epoch).parametersSha256(), new LossCourse(0.7, 0.6, false));
    }

    private static LogisticNetwork network(long seed) {
        return new LogisticNetwork(tiny(), seed, StepHook.NONE);
    }

    private static Network tiny() {
        NetworkFactory factory = NetworkFactory.eINSTANCE;
        return new NetworkBuilder("tiny")
                .add("in", factory.createInput(), input -> input.setShape(Shape.vector(3)))
                .add("out", factory.createOutput(), output -> output.setLoss(Loss.BINARY_CROSS_ENTROPY)).build();
    }

    private static void flip(Path file, int place) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[place] ^= 1;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void replace(Path file, String before, String after) throws IOException {
        Files.writeString(file, Files.readString(file).replace(before, after));
    }
}
