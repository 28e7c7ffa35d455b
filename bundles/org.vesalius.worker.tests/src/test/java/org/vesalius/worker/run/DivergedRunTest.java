// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.network.Network;
import org.vesalius.worker.checkpoint.RunModels;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.fixture.LogisticLibrary;
import org.vesalius.worker.fixture.LogisticNetwork;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Trainings whose losses and answers are given epoch by epoch; there are 8 dark and 8 light samples to validate. */
class DivergedRunTest {
    @TempDir
    private Path temp;
    private SmallExperiment experiment;

    @BeforeEach
    void writeTheExperiment() throws IOException {
        experiment = new SmallExperiment(temp);
    }

    @Test
    void aTrainingThatSaysNothingFailsAndLeavesNoModelToUse() throws IOException {
        RunFolder run = experiment.prepare();
        // the first batch of the first epoch still has the loss of an untrained network
        assertThat(train(run, losing(2.5e10))).isEqualTo(RunState.FAILED);

        assertThat(new RunRecordFile(run).read().message()).contains("Training diverged").contains("epoch 2")
                .contains("Lower the learning rate");
        assertThat(codes(run)).last().isEqualTo("run.training-failed");
        assertThat(epochs(run)).hasSize(2).noneMatch(EpochFinished::best);
        assertThat(run.evaluation()).doesNotExist();
        assertThatThrownBy(() -> new RunModels(run).forUse()).isInstanceOf(ReportedException.class)
                .hasMessageContaining("diverged");
    }

    @Test
    void parametersThatAreNoNumbersFailThoughTheLossLooksWell() throws IOException {
        RunFolder run = experiment.prepare();
        Scripted library = new Scripted(new double[] {0.6}, new float[] {0.5f}, false);

        assertThat(train(run, library)).isEqualTo(RunState.FAILED);
        assertThat(new RunRecordFile(run).read().message()).contains("a parameter of the network is no finite number");
        assertThat(run.checkpoints()).doesNotExist();
    }

    @Test
    void theSameAnswerWithAPlausibleLossIsToldAtTheEndOnly() throws IOException {
        RunFolder run = experiment.prepare();

        assertThat(train(run, losing(0.694, 0.693))).isEqualTo(RunState.FINISHED);
        assertThat(codes(run)).containsOnlyOnce("training.same-answers");
        assertThat(run.evaluation()).isRegularFile();
    }

    @Test
    void theBestEpochIsChosenByTheWeightedLoss() throws IOException {
        RunFolder run = experiment.with(settings -> {
            settings.setEpochs(2);
            settings.setClassWeighting(ClassWeighting.CUSTOM);
            settings.getClassWeights().add(weight("dark", 0.1));
            settings.getClassWeights().add(weight("light", 3));
        }).prepare();
        Scripted library = new Scripted(new double[] {0.7}, new float[] {0.5f, 0.9f}, true);

        assertThat(train(run, library)).isEqualTo(RunState.FINISHED);
        // (8·0.1·ln 2 + 8·3·ln 2)/16, then (8·0.1·(-ln 0.1) + 8·3·(-ln 0.9))/16; without weights 0.693 and 1.204
        assertThat(epochs(run)).extracting(epoch -> String.format(Locale.ROOT, "%.5f", epoch.validation().of(Metric.LOSS)))
                .containsExactly("1.07438", "0.27317");
        assertThat(new RunRecordFile(run).read().progress().bestEpoch()).isEqualTo(2);
        assertThat(notices(run)).extracting(Notice::message).contains("In the losses, training and validation samples "
                + "count by their category (dark 0.100, light 3.00); the best epoch is chosen by the weighted validation "
                + "loss.");
    }

    private RunState train(RunFolder run, Scripted library) throws IOException {
        return new TrainingRun(run, experiment.worker(library), new RunCommands(new RunControl(run))).work();
    }

    private static Scripted losing(double... losses) {
        return new Scripted(losses, new float[] {0.5f}, true);
    }

    private static ClassWeight weight(String category, double weight) {
        ClassWeight entry = ExperimentFactory.eINSTANCE.createClassWeight();
        entry.setCategory(category);
        entry.setWeight(weight);
        return entry;
    }

    private static List<Notice> notices(RunFolder run) throws IOException {
        return new EventLogReader(run.events()).poll().stream().filter(Notice.class::isInstance)
                .map(Notice.class::cast).toList();
    }

    private static List<String> codes(RunFolder run) throws IOException {
        return notices(run).stream().map(Notice::code).toList();
    }

    private static List<EpochFinished> epochs(RunFolder run) throws IOException {
        return new EventLogReader(run.events()).poll().stream().filter(EpochFinished.class::isInstance)
                .map(EpochFinished.class::cast).toList();
    }

    /** Networks that lose and answer as they are told. */
    private static final class Scripted extends LogisticLibrary {
        private final double[] losses;
        private final float[] answers;
        private final boolean finite;

        Scripted(double[] losses, float[] answers, boolean finite) {
            super(StepHook.NONE);
            this.losses = losses;
            this.answers = answers;
            this.finite = finite;
        }

        @Override
        public TrainableNetwork build(Network built, TrainingSettings settings, LibraryContext context) {
            return new LogisticNetwork(built, context.seed(), StepHook.NONE) {
                private int epoch;
                private int steps;

                @Override
                public void beginEpoch(int number, double rate) {
                    super.beginEpoch(number, rate);
                    epoch = number;
                }

                @Override
                public StepResult fit(Batch batch) {
                    super.fit(batch);
                    steps++;
                    return new StepResult(steps == 1 ? 0.7 : losses[Math.min(epoch, losses.length) - 1], answer(batch));
                }

                @Override
                public Map<String, Tensor> predict(Batch batch) {
                    return answer(batch);
                }

                @Override
                public boolean isFinite() {
                    return finite;
                }

                private Map<String, Tensor> answer(Batch batch) {
                    Tensor tensor = Tensor.zeros(batch.size(), 1);
                    Arrays.fill(tensor.values(), answers[Math.min(epoch, answers.length) - 1]);
                    return Map.of("finding", tensor);
                }
            };
        }
    }
}
