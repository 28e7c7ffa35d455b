// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;
import org.vesalius.experiment.run.RunState;
import org.vesalius.network.Network;
import org.vesalius.worker.checkpoint.RunModels;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.fixture.LogisticLibrary;
import org.vesalius.worker.fixture.LogisticNetwork;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.TrainableNetwork;

/** A disk that fills up during a checkpoint: once as an exception, and once for real. */
class FullDiskTest {
    @TempDir
    private Path temp;

    @Test
    void aCheckpointThatCantBeWrittenFailsTheRunAndKeepsTheOneBefore() throws IOException {
        SmallExperiment experiment = new SmallExperiment(temp);
        RunFolder undisturbed = experiment.prepare();
        train(experiment, undisturbed, new LogisticLibrary(StepHook.NONE));
        RunFolder run = experiment.prepare();

        assertThat(train(experiment, run, new Fattening(3, Long.MAX_VALUE))).isEqualTo(RunState.FAILED);
        assertThat(record(run).message()).contains("after epoch 3").contains(run.path().toString())
                .contains("No space left").contains("epoch 2 is kept").contains("Free space");
        assertThat(run.checkpoints()).isDirectoryNotContaining("glob:**/.*");
        assertThat(new RunModels(run).forUse().state().epoch()).isLessThanOrEqualTo(2);

        new RunResumption(Clock.systemUTC()).prepare(run);
        assertThat(train(experiment, run, new LogisticLibrary(StepHook.NONE))).isEqualTo(RunState.FINISHED);
        assertThat(record(run).progress()).isEqualTo(record(undisturbed).progress());
    }

    @Test
    void aRealDiskThatFillsUp() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(mount(disk), "skipped: mounting a small tmpfs takes root on Linux");
        try {
            SmallExperiment experiment = new SmallExperiment(temp.resolve("project"));
            RunFolder run = new RunPreparation(ExperimentContext.standard(), Clock.systemUTC())
                    .prepare(experiment.file(), RunOptions.none().withRuns(disk), Progress.none());
            RunState end = train(experiment, run, new Fattening(2, 16 << 20));

            assertThat(end).isEqualTo(RunState.FAILED);
            assertThat(record(run).state()).isEqualTo(RunState.FAILED);
            assertThat(record(run).message()).contains("after epoch 2").contains("epoch 1 is kept");
            assertThat(new RunModels(run).forUse().state().epoch()).isEqualTo(1);
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static RunState train(SmallExperiment experiment, RunFolder run, LogisticLibrary library)
            throws IOException {
        return new TrainingRun(run, experiment.worker(library), new RunCommands(new RunControl(run))).work();
    }

    private static RunRecord record(RunFolder run) {
        return new RunRecordFile(run).read();
    }

    private static boolean mount(Path disk) throws IOException, InterruptedException {
        boolean mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        FileStore store = Files.getFileStore(disk);
        return mounted && store.type().equals("tmpfs");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** A library whose checkpoints need much room from an epoch on; without room at once if it is more than a disk has. */
    private static final class Fattening extends LogisticLibrary {
        private final int epoch;
        private final long bytes;

        Fattening(int epoch, long bytes) {
            super(StepHook.NONE);
            this.epoch = epoch;
            this.bytes = bytes;
        }

        @Override
        public TrainableNetwork build(Network network, TrainingSettings settings, LibraryContext context) {
            return new LogisticNetwork(network, context.seed(), StepHook.NONE) {
                private int current;

                @Override
                public void beginEpoch(int number, double learningRate) {
                    super.beginEpoch(number, learningRate);
                    current = number;
                }

                @Override
                public void save(Path folder) throws IOException {
                    super.save(folder);
                    if (current >= epoch) {
                        fill(folder.resolve("fat.bin"));
                    }
                }
            };
        }

        private void fill(Path file) throws IOException {
            if (bytes == Long.MAX_VALUE) {
                throw new IOException("No space left on device");
            }
            Files.write(file, new byte[(int) bytes]);
        }
    }
}
