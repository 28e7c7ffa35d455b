// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.EarlyStopping;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.CheckpointSaved;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.run.FolderTree;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunLock;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;
import org.vesalius.experiment.run.RunState;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;

class TrainingRunTest {
    private static final int BATCHES = 5;

    @TempDir
    private Path temp;
    private SmallExperiment experiment;

    @BeforeEach
    void writeTheExperiment() throws IOException {
        experiment = new SmallExperiment(temp);
    }

    @Test
    void aRunLearnsAndLeavesACompleteFolder() throws IOException {
        RunFolder run = experiment.prepare();
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);

        RunRecord record = record(run);
        assertThat(record.progress().epochsDone()).isEqualTo(6);
        assertThat(record.progress().samples()).isEqualTo(40);
        assertThat(record.progress().modelSha256()).hasSize(64);
        assertThat(record.provenance().versions()).containsKeys("logistic", "java", "vesalius");
        JsonObject evaluation = json(run.evaluation());
        assertThat(evaluation.keySet()).containsExactlyInAnyOrder("format", "validation");
        JsonObject validation = evaluation.getAsJsonObject("validation");
        assertThat(validation.get("n").getAsInt()).isEqualTo(16);
        assertThat(validation.get("patients").getAsInt()).isEqualTo(8);
        assertThat(validation.get("auc").getAsDouble()).isGreaterThan(0.9);
        assertThat(Files.readAllLines(run.predictions())).hasSize(1 + 16);
    }

    @Test
    void tellsEverythingInItsEvents() throws IOException {
        RunFolder run = experiment.prepare();
        train(run, StepHook.NONE);
        List<RunEvent> events = events(run);

        assertThat(events).filteredOn(StateChanged.class::isInstance)
                .extracting(event -> ((StateChanged) event).state())
                .containsExactly(RunState.QUEUED, RunState.STARTING, RunState.RUNNING, RunState.FINISHED);
        assertThat(events).filteredOn(BatchFinished.class::isInstance).hasSize(6 * BATCHES);
        assertThat(events).filteredOn(CheckpointSaved.class::isInstance).hasSize(6);
        assertThat(events).filteredOn(Notice.class::isInstance).extracting(event -> ((Notice) event).code())
                .containsExactly("logistic.linear");
        EpochFinished last = last(events, EpochFinished.class);
        assertThat(last.epoch()).isEqualTo(6);
        assertThat(last.validation().of(Metric.LOSS)).isBetween(0.0, 0.6);
        assertThat(last.training().of(Metric.ACCURACY)).isBetween(0.7, 1.0);
        RunStarted started = last(events, RunStarted.class);
        assertThat(started.batchesPerEpoch()).isEqualTo(BATCHES);
        assertThat(started.firstEpoch()).isEqualTo(1);
    }

    @Test
    void theLossOfAnEpochIsTheMeanOverItsSamples() throws IOException {
        RunFolder run = experiment.with(settings -> settings.setBatchSize(32)).prepare();
        train(run, StepHook.NONE);
        List<BatchFinished> batches = events(run).stream().filter(BatchFinished.class::isInstance)
                .map(BatchFinished.class::cast).filter(batch -> batch.epoch() == 1).toList();

        assertThat(batches).extracting(BatchFinished::size).containsExactly(32, 8);
        double mean = (32 * batches.get(0).metrics().of(Metric.LOSS) + 8 * batches.get(1).metrics().of(Metric.LOSS)) / 40;
        EpochFinished first = events(run).stream().filter(EpochFinished.class::isInstance)
                .map(EpochFinished.class::cast).findFirst().orElseThrow();
        assertThat(first.training().of(Metric.LOSS)).isCloseTo(mean, within(1e-12));
    }

    @Test
    void trainingTwiceGivesTheSameParameters() throws IOException {
        RunFolder first = experiment.prepare();
        RunFolder second = experiment.prepare();
        train(first, StepHook.NONE);
        train(second, StepHook.NONE);
        RunFolder otherSeed = experiment.with(settings -> settings.setSeed(43)).prepare();
        train(otherSeed, StepHook.NONE);

        assertThat(parameters(second)).isEqualTo(parameters(first));
        assertThat(parameters(otherSeed)).isNotEqualTo(parameters(first));
        assertThat(Files.readString(second.predictions())).isEqualTo(Files.readString(first.predictions()));
    }

    @Test
    void aRunThatFailedGoesOnFromItsCheckpointBitForBit() throws IOException {
        RunFolder undisturbed = experiment.prepare();
        train(undisturbed, StepHook.NONE);
        RunFolder run = experiment.prepare();
        assertThat(train(run, failAt(2 * BATCHES + 3, new IllegalStateException("boom")))).isEqualTo(RunState.FAILED);
        assertThat(record(run).message()).contains("IllegalStateException").contains("log.txt");

        new RunResumption(Clock.systemUTC()).prepare(run);
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
        assertThat(last(events(run), RunStarted.class).firstEpoch()).isEqualTo(3);
        assertThat(parameters(run)).isEqualTo(parameters(undisturbed));
        assertThat(record(run).progress().modelSha256()).isEqualTo(record(undisturbed).progress().modelSha256());
    }

    @Test
    void aRunWhoseNewestCheckpointIsDamagedSaysSoAndEndsLikeAnUndisturbedOne() throws IOException {
        RunFolder undisturbed = experiment.prepare();
        train(undisturbed, StepHook.NONE);
        RunFolder run = experiment.prepare();
        train(run, failAt(3 * BATCHES + 1, new IllegalStateException("boom")));
        Files.write(run.checkpoints().resolve("epoch-0003/model/parameters.bin"), new byte[8]);

        new RunResumption(Clock.systemUTC()).prepare(run);
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
        assertThat(last(events(run), RunStarted.class).firstEpoch()).isEqualTo(3);
        assertThat(events(run)).filteredOn(Notice.class::isInstance).extracting(event -> ((Notice) event).code())
                .containsOnlyOnce("checkpoint.damaged");
        assertThat(parameters(run)).isEqualTo(parameters(undisturbed));
        assertThat(Files.readString(run.predictions())).isEqualTo(Files.readString(undisturbed.predictions()));
    }

    @Test
    void aRunWhoseCheckpointsAreGoneDoesNotBeginAnew() throws IOException {
        RunFolder run = experiment.prepare();
        train(run, failAt(2 * BATCHES + 1, new IllegalStateException("boom")));
        FolderTree.deleteIfExists(run.checkpoints());

        new RunResumption(Clock.systemUTC()).prepare(run);
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FAILED);
        assertThat(record(run).message()).contains("All checkpoints of the run are gone");
    }

    @Test
    void stoppingKeepsTheWeightsAndResumingEndsWhereAnUndisturbedRunEnds() throws IOException {
        RunFolder undisturbed = experiment.prepare();
        train(undisturbed, StepHook.NONE);
        RunFolder run = experiment.prepare();
        assertThat(train(run, commandAt(run, 2 * BATCHES + 2, RunCommand.STOP))).isEqualTo(RunState.STOPPED);

        assertThat(run.stopped().resolve("epoch-0002/model/parameters.bin")).isRegularFile();
        assertThat(run.evaluation()).isRegularFile();
        assertThat(events(run)).filteredOn(BatchFinished.class::isInstance).hasSize(2 * BATCHES + 2);
        new RunResumption(Clock.systemUTC()).prepare(run);
        train(run, StepHook.NONE);
        assertThat(parameters(run)).isEqualTo(parameters(undisturbed));
        assertThat(run.stopped().resolve("epoch-0002")).doesNotExist();
    }

    @Test
    void stoppingNowMeasuresNothing() throws IOException {
        RunFolder run = experiment.prepare();
        assertThat(train(run, commandAt(run, 2, RunCommand.STOP_NOW))).isEqualTo(RunState.STOPPED);

        assertThat(run.evaluation()).doesNotExist();
        assertThat(record(run).message()).contains("not measured");
        assertThat(run.stopped().resolve("epoch-0000/model/parameters.bin")).isRegularFile();
    }

    @Test
    void aSignalStopsWithTheWeightsKept() throws IOException {
        RunFolder run = experiment.prepare();
        RunCommands commands = new RunCommands(new RunControl(run));
        StepHook hook = iteration -> {
            if (iteration == BATCHES + 1) {
                commands.signal();
            }
        };
        RunState end = new TrainingRun(run, experiment.worker(hook), commands).work();

        assertThat(end).isEqualTo(RunState.STOPPED);
        assertThat(run.stopped().resolve("epoch-0001/model/parameters.bin")).isRegularFile();
    }

    @Test
    void earlyStoppingEndsTheRunAndKeepsTheBestModel() throws IOException {
        RunFolder run = experiment.with(settings -> {
            EarlyStopping rule = ExperimentFactory.eINSTANCE.createEarlyStopping();
            rule.setPatience(2);
            rule.setMinimumDelta(1000);
            settings.setEarlyStopping(rule);
        }).prepare();

        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.STOPPED_EARLY);
        assertThat(record(run).progress().epochsDone()).isEqualTo(3);
        assertThat(record(run).progress().bestEpoch()).isPositive();
        assertThat(run.evaluation()).isRegularFile();
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunWithAnExplanation() throws IOException {
        RunFolder run = experiment.with(settings -> settings.getOptimizer().setLearningRate(1000)).prepare();

        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FAILED);
        assertThat(record(run).message()).contains("diverged").contains("Lower the learning rate");
        assertThat(last(events(run), BatchFinished.class).metrics().of(Metric.LOSS)).isNotEqualTo(0)
                .matches(loss -> !Double.isFinite(loss));
        assertThat(last(events(run), Notice.class).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aShortageOfMemoryLeavesTheRunLiveForAnotherWorker() throws IOException {
        for (Throwable shortage : List.of(new OutOfMemoryError("native"),
                new IllegalStateException(new OutOfMemoryError("Java heap space")),
                new RuntimeException("Allocation failed: [std::bad_alloc]"),
                new ReportedException(ErrorKind.INVALID_INPUT, "damaged", null, "", new OutOfMemoryError("heap")))) {
            RunFolder run = experiment.prepare();

            assertThatThrownBy(() -> train(run, failAt(2 * BATCHES + 3, shortage))).isSameAs(shortage);
            assertThat(record(run).state()).isEqualTo(RunState.RUNNING);
            assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
            assertThat(last(events(run), RunStarted.class).firstEpoch()).isEqualTo(3);
        }
    }

    @Test
    void aCheckpointCountsThoughTheWorkerWasKilledBeforeItRecordedIt() throws IOException {
        RunFolder undisturbed = experiment.prepare();
        train(undisturbed, StepHook.NONE);
        RunFolder run = experiment.prepare();
        train(run, StepHook.NONE);
        new RunRecordFile(run).write(record(experiment.prepare()));

        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
        assertThat(record(run).progress()).isEqualTo(record(undisturbed).progress());
        assertThat(record(run).message()).isEqualTo(record(undisturbed).message());
    }

    @Test
    void unreadableImagesHoldTheTrainingBackUntilTheyMayBeLeftOut() throws IOException {
        byte[] image = Files.readAllBytes(experiment.image(3));
        Files.write(experiment.image(3), Arrays.copyOf(image, image.length / 2));
        RunFolder refused = experiment.prepare();
        assertThat(train(refused, StepHook.NONE)).isEqualTo(RunState.FAILED);
        assertThat(record(refused).message()).contains("1 of 72 samples can't be read")
                .contains("--leave-out-unreadable").doesNotContain(".png");

        RunFolder run = experiment.with(settings -> settings.setLeaveOutUnreadable(true)).prepare();
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
        assertThat(record(run).progress().leftOut()).isEqualTo(1);
        assertThat(record(run).progress().samples()).isEqualTo(39);
        assertThat(events(run)).filteredOn(Notice.class::isInstance).extracting(event -> ((Notice) event).message())
                .contains("1 of 72 samples can't be read and are left out.");
    }

    @Test
    void imagesThatAreGoneAreNamedAsSuch() throws IOException {
        RunFolder run = experiment.prepare();
        Files.move(temp.resolve("images"), temp.resolve("moved"));
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FAILED);
        assertThat(record(run).message()).contains("72 of 72 samples can't be read");

        Files.move(temp.resolve("moved"), temp.resolve("images"));
        new RunResumption(Clock.systemUTC()).prepare(run);
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
    }

    @Test
    void balancedWeightsOfABalancedSetChangeNothing() throws IOException {
        RunFolder plain = experiment.prepare();
        train(plain, StepHook.NONE);
        RunFolder balanced = experiment.with(settings -> settings.setClassWeighting(ClassWeighting.BALANCED))
                .prepare();
        train(balanced, StepHook.NONE);

        assertThat(parameters(balanced)).isEqualTo(parameters(plain));
    }

    @Test
    void aSecondWorkerLeavesARunAlone() throws IOException {
        RunFolder run = experiment.prepare();
        RunRecord before = record(run);
        try (RunLock lock = RunLock.take(run)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> train(run, StepHook.NONE)).isInstanceOfSatisfying(ReportedException.class,
                    error -> assertThat(error.kind()).isEqualTo(ErrorKind.BUSY));
        }
        assertThat(record(run)).isEqualTo(before);
    }

    @Test
    void aCompleteRunIsNotTrainedAgain() throws IOException {
        RunFolder run = experiment.prepare();
        train(run, StepHook.NONE);

        assertThatThrownBy(() -> train(run, StepHook.NONE)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("complete");
        assertThat(record(run).state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void augmentationDependsOnTheSeedOnly() throws IOException {
        experiment.with(settings -> {
            settings.getAugmentations().add(ExperimentFactory.eINSTANCE.createRandomFlip());
            settings.getAugmentations().add(ExperimentFactory.eINSTANCE.createRandomShift());
            settings.getAugmentations().add(ExperimentFactory.eINSTANCE.createRandomRotation());
            settings.getAugmentations().add(ExperimentFactory.eINSTANCE.createRandomZoom());
            settings.getAugmentations().add(ExperimentFactory.eINSTANCE.createRandomBrightness());
        });
        RunFolder first = experiment.prepare();
        RunFolder second = experiment.prepare();
        train(first, StepHook.NONE);
        train(second, StepHook.NONE);

        assertThat(parameters(second)).isEqualTo(parameters(first));
    }

    private RunState train(RunFolder run, StepHook hook) throws IOException {
        return new TrainingRun(run, experiment.worker(hook), new RunCommands(new RunControl(run))).work();
    }

    private static StepHook failAt(int step, Throwable failure) {
        return iteration -> {
            if (iteration == step) {
                throw sneaky(failure);
            }
        };
    }

    private static RuntimeException sneaky(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private static StepHook commandAt(RunFolder run, int step, RunCommand command) {
        return iteration -> {
            if (iteration == step) {
                try {
                    new RunControl(run).send(command);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static RunRecord record(RunFolder run) {
        return new RunRecordFile(run).read();
    }

    private static String parameters(RunFolder run) {
        return record(run).progress().parametersSha256();
    }

    private static List<RunEvent> events(RunFolder run) throws IOException {
        return new EventLogReader(run.events()).poll();
    }

    private static <E extends RunEvent> E last(List<RunEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).reduce((a, b) -> b).orElseThrow();
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
