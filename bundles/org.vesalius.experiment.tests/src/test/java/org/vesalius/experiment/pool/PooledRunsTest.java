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
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.Provenance.Fold;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecordFile;
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

    /**
     * Counted by hand. Over all folds 24.5 of 36 pairs of a sample with and one without the finding are in order, a tie for
     * a half; in the folds 4, 2 and 1 of 4. From a score of .5 on, 3 of 6 with and 4 of 6 without are told right.
     */
    @Test
    void figuresAreThoseOfAllPredictionsAndOfTheFolds() throws IOException {
        JsonObject pooled = pool(predicted("1"), predicted("2"), predicted("3")).measure(Subset.TEST);

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
    void theCrossEntropyIsNotTakenForAnotherLoss() throws IOException {
        assertThat(pool(predicted("1"), predicted("2")).measure(Subset.TEST).has("loss")).isTrue();

        project.network(Shape.image(8, 8, 1), 1, Loss.FOCAL);
        JsonObject pooled = pool(predicted("1"), predicted("2")).measure(Subset.TEST);

        assertThat(pooled.has("loss")).isFalse();
        assertThat(pooled.getAsJsonObject("folds").getAsJsonObject("mean").has("loss")).isFalse();
    }

    /** Fold 1 then has three patients whose truth is known. */
    @Test
    void patientsOfWhomNothingIsKnownDontCount() throws IOException {
        RunFolder one = predicted("1");
        Files.writeString(one.predictions(), Files.readString(one.predictions()).replaceAll("(?m)^s0,test,clear,", "s0,test,,"));

        JsonObject pooled = pool(one, predicted("2")).measure(Subset.TEST);

        assertThat(pooled.get("n").getAsInt()).isEqualTo(7);
        assertThat(pooled.get("patients").getAsInt()).isEqualTo(7);
    }

    @Test
    void runsThatDontBelongTogetherAreRefused() throws IOException {
        RunFolder one = predicted("1");
        RunFolder again = predicted("1");
        assertThatThrownBy(() -> pool(one, again).measure(Subset.TEST)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("overlap: s0 or its patient is in both.");

        RunFolder unmeasured = prepare(RunOptions.none().withFold("2"));
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

    private static PooledRuns pool(RunFolder... runs) {
        return new PooledRuns(List.of(runs), ExperimentContext.standard());
    }

    private RunFolder predicted(String fold) throws IOException {
        return predicted(RunOptions.none().withFold(fold));
    }

    private RunFolder predicted(RunOptions options) throws IOException {
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
