// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.Provenance.Fold;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.network.Loss;
import org.vesalius.network.shape.Shape;

/** Samples s0, s1, s6 and s7 are in fold 1, s2, s3, s8 and s9 in fold 2, the others in fold 3; those with odd numbers have a finding. */
class PooledRunsTest {
    private static final double[] SCORES = {.1, .9, .6, .7, .3, .35, .2, .8, .5, .4, .4, .05};
    private static final double EXACT = 1e-6;

    @TempDir
    private Path temp;
    private SmallProject project;

    @BeforeEach
    void writeTheProject() throws IOException {
        project = new SmallProject(temp);
        Dataset dataset = new DatasetFiles().load(temp.resolve("data"));
        List<Column> columns = new ArrayList<>(dataset.columns());
        columns.add(Column.text("fold", ColumnRole.FOLD));
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : dataset.samples()) {
            Map<String, String> values = new LinkedHashMap<>(sample.values());
            values.put("part", "train");
            values.put("fold", Integer.toString(1 + number(sample.id()) / 2 % 3));
            samples.add(new Sample(sample.id(), values));
        }
        new DatasetFiles().save(new Dataset(dataset.folder(), dataset.name(), dataset.root(), columns, samples));
    }

    @Test
    void theRunKeepsWhichFoldTests() {
        RunFolder run = prepare(RunOptions.none().withFold("2"));

        assertThat(run.name()).contains("_small-fold-2_42");
        assertThat(new RunRecordFile(run).read().provenance().fold()).isEqualTo(new Fold("fold", "2", 3));
        LoadedExperiment frozen = new ExperimentLoader(ExperimentContext.standard()).load(run.experiment());
        assertThat(frozen.experiment().getFolds().getTest()).isEqualTo("2");
        assertThat(frozen.dataset().samples(Subset.TEST)).extracting(Sample::id).containsExactly("s2", "s3", "s8", "s9");
        assertThat(new DatasetFiles().load(run.dataset()).samples()).isEqualTo(frozen.dataset().samples());
    }

    @Test
    void noFoldIsChosenForTheUser() {
        project.experiment().setFolds(ExperimentFactory.eINSTANCE.createCrossValidation());
        project.save();

        assertThatThrownBy(() -> prepare(RunOptions.none())).isInstanceOf(ReportedException.class)
                .hasMessage("The experiment is a cross-validation, and no fold is chosen to test.");
    }

    @Test
    void foldsTestInTurnUnlessOneIsChosen() {
        ExperimentLoader loader = new ExperimentLoader(ExperimentContext.standard());
        Path file = temp.resolve("small.experiment");
        assertThat(loader.foldsInTurn(project.experiment(), file)).isEmpty();

        project.experiment().setFolds(ExperimentFactory.eINSTANCE.createCrossValidation());
        assertThat(loader.foldsInTurn(project.experiment(), file)).containsExactly("1", "2", "3");

        project.experiment().getFolds().setTest("2");
        assertThat(loader.foldsInTurn(project.experiment(), file)).isEmpty();
    }

    /**
     * Counted by hand. Over all folds 24.5 of 36 pairs of a sample with and one without the finding are in order, a tie for
     * a half; in the folds 4, 2 and 1 of 4. From a score of .5 on, 3 of 6 with and 4 of 6 without are told right.
     */
    @Test
    void figuresAreThoseOfAllPredictionsAndOfTheFolds() throws IOException {
        JsonObject pooled = pool(predicted("1"), predicted("2"), predicted("3")).measure();

        assertThat(pooled.get("auc").getAsDouble()).isCloseTo(24.5 / 36, within(EXACT));
        assertThat(pooled.get("accuracy").getAsDouble()).isCloseTo(7.0 / 12, within(EXACT));
        assertThat(pooled.get("n").getAsInt()).isEqualTo(12);
        assertThat(pooled.get("patients").getAsInt()).isEqualTo(12);
        assertThat(pooled.get("part").getAsString()).isEqualTo("test");
        JsonObject folds = pooled.getAsJsonObject("folds");
        assertThat(folds.get("count").getAsInt()).isEqualTo(3);
        assertThat(folds.getAsJsonArray("runs")).hasSize(3);
        assertThat(folds.getAsJsonObject("mean").get("auc").getAsDouble()).isCloseTo((1 + .5 + .25) / 3, within(EXACT));
        assertThat(folds.getAsJsonObject("sd").get("auc").getAsDouble()).isCloseTo(.381881, within(EXACT));
        assertThat(folds.getAsJsonObject("undefined").size()).isZero();
    }

    @Test
    void runsWhoseTestPartIsShutAreNotMeasuredTogether() throws IOException {
        RunFolder one = predicted(RunOptions.none());
        Files.writeString(one.evaluation(), "{\"format\": 2, \"validation\": {\"n\": 4}}");
        Path samples = one.dataset().resolve(DatasetFiles.SAMPLES);
        Files.writeString(samples, Files.readString(samples).replaceFirst(",train,", ",test,"));

        assertThatThrownBy(() -> pool(one, one).measure()).isInstanceOf(ReportedException.class)
                .hasMessage("The run holds out no fold, and its test part is shut.");
    }

    @Test
    void runsThatHoldNothingOutAreNotMeasuredTogether() throws IOException {
        RunFolder one = predicted(RunOptions.none());
        Files.writeString(one.evaluation(), "{\"format\": 2, \"validation\": {\"n\": 4}}");

        assertThatThrownBy(() -> pool(one, one).measure()).isInstanceOf(ReportedException.class)
                .hasMessage("The run holds out no fold and has no test part.");
    }

    @Test
    void theCrossEntropyIsNotTakenForAnotherLoss() throws IOException {
        assertThat(pool(predicted("1"), predicted("2")).measure().has("loss")).isTrue();

        project.network(Shape.image(8, 8, 1), 1, Loss.FOCAL);
        JsonObject pooled = pool(predicted("1"), predicted("2")).measure();

        assertThat(pooled.has("loss")).isFalse();
        assertThat(pooled.getAsJsonObject("folds").getAsJsonObject("mean").has("loss")).isFalse();
    }

    /** Fold 1 then has three patients whose truth is known. */
    @Test
    void patientsOfWhomNothingIsKnownDontCount() throws IOException {
        RunFolder one = predicted("1");
        Files.writeString(one.predictions(), Files.readString(one.predictions()).replaceAll("(?m)^s0,test,clear,", "s0,test,,"));

        JsonObject pooled = pool(one, predicted("2")).measure();

        assertThat(pooled.get("n").getAsInt()).isEqualTo(7);
        assertThat(pooled.get("patients").getAsInt()).isEqualTo(7);
    }

    @Test
    void runsThatDontBelongTogetherAreRefused() throws IOException {
        RunFolder one = predicted("1");
        RunFolder again = predicted("1");
        assertThatThrownBy(() -> pool(one, again).measure()).isInstanceOf(ReportedException.class)
                .hasMessageContaining("overlap: s0 or its patient is in both.");

        RunFolder unmeasured = prepare(RunOptions.none().withFold("2"));
        assertThatThrownBy(() -> pool(one, unmeasured)).isInstanceOf(ReportedException.class)
                .hasMessage("The run has not ended yet.");
        end(unmeasured, RunState.STOPPED_EARLY);
        assertThatThrownBy(() -> pool(one, unmeasured)).isInstanceOf(ReportedException.class)
                .hasMessage("The run has no predictions yet.");

        RunFolder longer = predicted(RunOptions.none().withFold("2").withEpochs(3));
        assertThatThrownBy(() -> pool(one, longer)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("can't be measured together: their settings differ.");

        project.dataset(sample -> !sample.id().equals("s4"));
        RunFolder fewer = predicted(RunOptions.none());
        assertThatThrownBy(() -> pool(one, fewer)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("differ.");
    }

    /** The predictions of a run that was stopped and resumed are those of an earlier model. */
    @Test
    void aRunThatTrainsOrFailedIsNotMeasured() throws IOException {
        RunFolder one = predicted("1");
        RunFolder resumed = predicted("2", RunState.STOPPED);
        assertThat(pool(one, resumed).measure().get("n").getAsInt()).isEqualTo(8);

        become(resumed, RunState.QUEUED);
        become(resumed, RunState.STARTING);
        new RunRecordFile(resumed).update(record -> record.withProcess(RunProcess.current()));
        assertThatThrownBy(() -> pool(one, resumed)).isInstanceOf(ReportedException.class)
                .hasMessage("The run has not ended yet.");

        become(resumed, RunState.FAILED);
        assertThatThrownBy(() -> pool(one, resumed)).isInstanceOf(ReportedException.class)
                .hasMessage("The run did not end well.");
    }

    @Test
    void otherWeightsToStartFromMakeAnotherExperiment() throws IOException {
        RunFolder one = predicted("1");
        RunFolder two = predicted("2");
        Path record = two.path().resolve("run.json");
        Files.writeString(record, Files.readString(record).replaceFirst("\"startWeightsSha256\": *\"\"",
                "\"startWeightsSha256\": \"ab\""));

        assertThatThrownBy(() -> pool(one, two)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("can't be measured together: their weights to start from differ.");
    }

    @Test
    void samplesLeftOutForAMissingValueAreThoseOfAllRuns() throws IOException {
        RunFolder one = predicted("1");
        RunFolder two = predicted("2");
        assertThat(pool(one, two).measure().has("incomplete")).isFalse();

        Files.writeString(one.evaluation(), "{\"format\": 2, \"n\": 4, \"incomplete\": 3, \"validation\": {\"incomplete\": 7}}");
        Files.writeString(two.evaluation(), "{\"format\": 2, \"n\": 4, \"incomplete\": 2}");
        assertThat(pool(one, two).measure().get("incomplete").getAsInt()).isEqualTo(5);
    }

    /**
     * Each fold is in perfect order, and the risks of the second are 4 higher: over both, 6 of 24 pairs would be in wrong
     * order.
     */
    @Test
    void risksOfDifferentModelsAreNotCompared() {
        PooledOutput output = PooledOutput.of(OutputKind.cox("risk", Ties.EFRON), true);
        for (float shift : new float[] {0, 4}) {
            output.nextFold();
            for (int i = 0; i < 4; i++) {
                output.add(new Answer(new float[] {shift + 2 - i}, new float[] {1 + i, 1}, new boolean[] {true, true}));
            }
        }

        JsonObject json = output.toJson();

        assertThat(json.keySet()).doesNotContain("concordance", "uno-c", "loss", "log-likelihood", "pairs");
        assertThat(json.get("n").getAsInt()).isEqualTo(8);
        assertThat(json.get("events").getAsInt()).isEqualTo(8);
        assertThat(json.get("explanation").getAsString()).contains("of each fold");
        JsonObject folds = json.getAsJsonObject("folds");
        assertThat(folds.getAsJsonObject("mean").get("concordance").getAsDouble()).isEqualTo(1);
        assertThat(folds.getAsJsonObject("sd").get("concordance").getAsDouble()).isZero();
        // a shift of all risks changes no likelihood
        assertThat(folds.getAsJsonObject("sd").get("log-likelihood").getAsDouble()).isCloseTo(0, within(EXACT));
    }

    /** The first fold has two intervals of time, the second three. */
    @Test
    void intervalsOfDifferentRunsAreNotCompared() {
        PooledOutput output = PooledOutput.of(OutputKind.of("risk", OutputTask.SURVIVAL, List.of()), true);
        output.nextFold();
        output.add(new Answer(new float[] {.5f, .5f}, new float[] {1, 0}, new boolean[] {true, false}));
        output.add(new Answer(new float[] {.2f, .5f}, new float[] {0, 1}, new boolean[] {true, true}));
        output.nextFold();
        output.add(new Answer(new float[] {.1f, .1f, .1f}, new float[] {1, 0, 0}, new boolean[] {true, false, false}));
        output.add(new Answer(new float[] {.2f, .2f, .2f}, new float[] {0, 0, 1}, new boolean[] {true, true, true}));

        JsonObject json = output.toJson();

        assertThat(json.keySet()).doesNotContain("concordance", "uno-c", "loss");
        assertThat(json.getAsJsonObject("folds").getAsJsonObject("mean").get("concordance").getAsDouble()).isEqualTo(.5);
    }

    private static PooledRuns pool(RunFolder... runs) {
        return new PooledRuns(List.of(runs), ExperimentContext.standard());
    }

    private RunFolder predicted(String fold) throws IOException {
        return predicted(fold, RunState.FINISHED);
    }

    private RunFolder predicted(String fold, RunState end) throws IOException {
        RunFolder run = written(RunOptions.none().withFold(fold));
        end(run, end);
        return run;
    }

    private RunFolder predicted(RunOptions options) throws IOException {
        RunFolder run = written(options);
        end(run, RunState.FINISHED);
        return run;
    }

    private static void end(RunFolder run, RunState state) throws IOException {
        become(run, RunState.STARTING);
        become(run, RunState.RUNNING);
        become(run, state);
    }

    private static void become(RunFolder run, RunState state) throws IOException {
        new RunRecordFile(run).update(record -> record.withState(state, "", Instant.now()));
    }

    private RunFolder written(RunOptions options) throws IOException {
        RunFolder run = prepare(options);
        Dataset dataset = new DatasetFiles().load(run.dataset());
        new PredictionsFile(run.predictions()).write(List.of(OutputKind.categories("finding", List.of("clear", "opacity"))),
                rows -> {
                    for (Sample sample : dataset.samples(Subset.TEST)) {
                        int number = number(sample.id());
                        rows.add(sample.id(), "test", List.of(new Answer(new float[] {(float) SCORES[number]},
                                new float[] {number % 2}, new boolean[] {true})));
                    }
                });
        assertThat(Files.isRegularFile(run.predictions())).isTrue();
        return run;
    }

    private RunFolder prepare(RunOptions options) {
        return new RunPreparation(ExperimentContext.standard(), Clock.systemUTC()).prepare(project.file(), options,
                Progress.none());
    }

    private static int number(String sample) {
        return Integer.parseInt(sample.substring(1));
    }
}
