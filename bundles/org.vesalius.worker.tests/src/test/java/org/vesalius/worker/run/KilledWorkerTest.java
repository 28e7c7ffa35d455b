// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord.RunProgress;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.fixture.Child;
import org.vesalius.worker.fixture.EventWatch;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;

/** The worker as a process of its own: killed, stopped, resumed. */
class KilledWorkerTest {
    private static final int BATCHES = 5;

    @TempDir
    private Path temp;
    private SmallExperiment experiment;

    @BeforeEach
    void writeTheExperiment() throws IOException {
        experiment = new SmallExperiment(temp);
    }

    @Test
    void aRunKilledInItsThirdEpochIsLostAndEndsBitForBitLikeAnUndisturbedOne() throws Exception {
        RunFolder undisturbed = experiment.prepare();
        trainHere(undisturbed);
        RunFolder run = experiment.prepare();
        Process killed = Child.train(experiment, run, "-Dtest.halt=" + (2 * BATCHES + 3));
        assertThat(killed.waitFor()).as("%s", Files.readString(run.log())).isEqualTo(137);
        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.LOST);

        new RunResumption(Clock.systemUTC()).prepare(run);
        Process resumed = Child.train(experiment, run);
        assertThat(resumed.waitFor()).as("%s", Files.readString(run.log())).isZero();
        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.FINISHED);
        assertThat(progress(run)).isEqualTo(progress(undisturbed));
        assertThat(Files.readString(run.predictions())).isEqualTo(Files.readString(undisturbed.predictions()));
        assertThat(Files.readString(run.evaluation())).isEqualTo(Files.readString(undisturbed.evaluation()));
    }

    @Test
    void aTerminatedWorkerKeepsItsWeights() throws Exception {
        RunFolder run = experiment.with(settings -> settings.setEpochs(100_000)).prepare();
        Process worker = Child.train(experiment, run);
        new EventWatch(run).awaitState(RunState.RUNNING);
        worker.destroy();

        assertThat(worker.waitFor()).as("%s", Files.readString(run.log())).isZero();
        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(run.stopped()).isDirectoryContaining("glob:**/epoch-*");
    }

    @Test
    void aPausedRunWaitsAndThenGoesOnAsIfNothingHadBeen() throws Exception {
        RunFolder undisturbed = experiment.prepare();
        trainHere(undisturbed);
        RunFolder run = experiment.prepare();
        new RunControl(run).send(RunCommand.PAUSE);
        Process worker = Child.train(experiment, run);
        EventWatch watch = new EventWatch(run);
        watch.awaitState(RunState.PAUSED);
        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.PAUSED);
        new RunControl(run).send(RunCommand.RUN);

        assertThat(worker.waitFor()).as("%s", Files.readString(run.log())).isZero();
        assertThat(progress(run)).isEqualTo(progress(undisturbed));
    }

    @Test
    void aSecondRunWaitsForTheDeviceAndSaysBehindWhich() throws Exception {
        RunFolder first = experiment.prepare();
        RunFolder second = experiment.prepare();
        new RunControl(first).send(RunCommand.PAUSE);
        Process holder = Child.train(experiment, first);
        new EventWatch(first).awaitState(RunState.PAUSED);
        Process waiting = Child.train(experiment, second);
        EventWatch watch = new EventWatch(second);
        watch.await(event -> event.toString().contains("Waiting for device 'cpu', which run " + first.name()));
        assertThat(RunStatus.of(second).state()).isEqualTo(RunState.QUEUED);
        new RunControl(first).send(RunCommand.STOP_NOW);

        assertThat(holder.waitFor()).isZero();
        assertThat(waiting.waitFor()).isZero();
        assertThat(RunStatus.of(second).state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aRunWhoseWorkerWasLostKeepsItsPlaceInTheQueue() throws Exception {
        RunFolder lost = experiment.prepare();
        RunFolder first = experiment.prepare();
        RunFolder second = experiment.prepare();
        new RunControl(first).send(RunCommand.PAUSE);
        Process holder = Child.train(experiment, first);
        new EventWatch(first).awaitState(RunState.PAUSED);
        Process waiting = Child.train(experiment, second);
        new EventWatch(second).await(event -> event.toString().contains("which run " + first.name()));
        new RunRecordFile(lost).update(record -> record.requeued("lost", 1, Instant.now()));
        Process again = Child.train(experiment, lost);

        new EventWatch(lost).await(event -> event.toString().contains("which run " + first.name())
                && !event.toString().contains("comes first"));
        for (RunFolder run : List.of(first, second, lost)) {
            new RunControl(run).send(RunCommand.STOP_NOW);
        }
        assertThat(List.of(holder.waitFor(), waiting.waitFor(), again.waitFor())).containsOnly(0);
    }

    @Test
    void anEvaluationWaitsForATrainingAndATrainingInTheQueueCanBeStopped() throws Exception {
        RunFolder trained = experiment.prepare();
        trainHere(trained);
        RunFolder first = experiment.prepare();
        RunFolder second = experiment.prepare();
        new RunControl(first).send(RunCommand.PAUSE);
        Process holder = Child.train(experiment, first);
        new EventWatch(first).awaitState(RunState.PAUSED);
        Path result = temp.resolve("result.json");
        Path waiting = temp.resolve("waiting.txt");
        Process evaluation = Child.evaluate(experiment, trained, result, waiting);
        Process unwanted = Child.train(experiment, second);
        new EventWatch(second).awaitState(RunState.QUEUED);
        new RunControl(second).send(RunCommand.STOP);

        assertThat(unwanted.waitFor()).as("%s", Files.readString(second.log())).isZero();
        assertThat(RunStatus.of(second).record().message()).isEqualTo("Stopped by the user before the device was free.");
        EventWatch.await(waiting, text -> text.contains("which run " + first.name()));
        assertThat(result).doesNotExist();
        new RunControl(first).send(RunCommand.STOP_NOW);
        assertThat(holder.waitFor()).isZero();
        assertThat(evaluation.waitFor()).isZero();
        assertThat(result).content().contains("\"accuracy\"");
        assertThat(waiting).doesNotExist();
    }

    private void trainHere(RunFolder run) throws IOException {
        new TrainingRun(run, experiment.worker(StepHook.NONE), new RunCommands(new RunControl(run))).work();
    }

    private static RunProgress progress(RunFolder run) {
        return new RunRecordFile(run).read().progress();
    }
}
