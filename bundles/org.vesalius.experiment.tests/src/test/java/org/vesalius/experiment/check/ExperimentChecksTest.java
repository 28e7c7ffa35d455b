// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.EarlyStopping;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.check.standard.StandardChecks;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.OutsideFiles;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.network.Loss;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

class ExperimentChecksTest {
    @TempDir
    private Path temp;
    private SmallProject project;

    @BeforeEach
    void writeTheProject() throws IOException {
        project = new SmallProject(temp);
    }

    @Test
    void aFittingExperimentHasNoErrors() {
        assertThat(errors()).isEmpty();
    }

    @Test
    void aMissingFileIsAProblemNotAnException() {
        List<Problem> problems = new ExperimentChecks(ExperimentContext.standard())
                .check(temp.resolve("none.experiment"), Progress.none());

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.checkId()).isEqualTo("experiment.file");
            assertThat(problem.message()).contains("none.experiment");
        });
    }

    @Test
    void aMissingDataSetAndAMissingNetworkAreNamed() {
        project.experiment().setDataset("nowhere");
        project.experiment().setNetwork(null);

        assertThat(errors()).extracting(Problem::checkId).containsExactly("experiment.network", "experiment.dataset");
        assertThat(errors().get(1).message()).contains(temp.resolve("nowhere").toString());
    }

    @Test
    void numbersStayWithinTheLimitsOfTheMetamodel() {
        project.with(settings -> {
            settings.setBatchSize(0);
            settings.setEpochs(-3);
            settings.getOptimizer().setLearningRate(Double.NaN);
        });

        assertThat(errors()).extracting(Problem::checkId).containsOnly("experiment.settings.range");
        assertThat(errors()).extracting(Problem::message).anySatisfy(message -> assertThat(message)
                .isEqualTo("Batch size is 0; allowed is 1 to 65536."));
        fixAll();
        assertThat(errors()).isEmpty();
        assertThat(project.experiment().getTraining().getBatchSize()).isEqualTo(1);
        assertThat(project.experiment().getTraining().getOptimizer().getLearningRate()).isEqualTo(0.001);
    }

    @Test
    void anOptimizerIsNeededAndAdamIsOffered() {
        project.with(settings -> settings.setOptimizer(null));

        assertThat(errors()).singleElement().matches(problem -> problem.message().contains("no optimiser"));
        fixAll();
        assertThat(errors()).isEmpty();
    }

    @Test
    void settingsAreNeededAndTheUsualOnesAreOffered() {
        project.experiment().setTraining(null);

        assertThat(errors()).singleElement().matches(problem -> problem.message().contains("no training settings"));
        fixAll();
        assertThat(errors()).isEmpty();
    }

    @Test
    void everyInputAndOutputIsBoundOnce() {
        project.experiment().getBindings().clear();
        assertThat(errors()).extracting(Problem::message).containsExactly("Input 'image' is bound to no column.",
                "Output 'finding' is bound to no column.");
        fixAll();
        assertThat(errors()).isEmpty();

        project.experiment().getBindings().add(SmallProject.binding("image", "image"));
        assertThat(errors()).singleElement().matches(problem -> problem.message().contains("bound twice"));
        fixAll();
        assertThat(errors()).isEmpty();
    }

    @Test
    void bindingsLeadSomewhere() {
        project.experiment().getBindings().add(SmallProject.binding("flat", "image"));
        project.experiment().getBindings().get(1).setColumn("diagnosis");

        assertThat(errors()).extracting(Problem::message).containsExactly(
                "'finding' is bound to column 'diagnosis', which the data set doesn't have.",
                "A binding names 'flat', which is no input or output of the network.");
        assertThat(errors().get(0).explanation()).contains("image, finding, patient");
    }

    @Test
    void imagesNeedAnInputOfHeightWidthAndOneOrThreeChannels() {
        project.network(Shape.vector(64), 1, Loss.BINARY_CROSS_ENTROPY);
        assertThat(errors()).singleElement().matches(problem -> problem.message().contains("height×width×1"));
        project.network(Shape.image(8, 8, 2), 1, Loss.BINARY_CROSS_ENTROPY);
        assertThat(errors()).extracting(Problem::checkId).contains("experiment.binding.input");
        project.network(Shape.image(8, 8, 3), 1, Loss.BINARY_CROSS_ENTROPY);
        assertThat(errors()).isEmpty();
    }

    @Test
    void textIsNoInputAndNoTarget() {
        project.experiment().getBindings().get(0).setColumn("age");
        project.experiment().getBindings().get(1).setColumn("patient");

        assertThat(errors()).extracting(Problem::checkId).containsExactly("experiment.binding.input",
                "experiment.binding.output");
    }

    @Test
    void theUnitsFitTheCategories() {
        project.network(Shape.image(8, 8, 1), 5, Loss.CATEGORICAL_CROSS_ENTROPY);
        assertThat(errors()).singleElement().matches(problem -> problem.message().contains("5 units for 2 categories"));
        project.network(Shape.image(8, 8, 1), 2, Loss.CATEGORICAL_CROSS_ENTROPY);
        assertThat(errors()).isEmpty();
        project.network(Shape.image(8, 8, 1), 1, Loss.CATEGORICAL_CROSS_ENTROPY);
        assertThat(errors()).extracting(Problem::checkId).contains("experiment.binding.output");
    }

    @Test
    void trainingTakesTrainingSamples() throws IOException {
        project.dataset(sample -> part(sample, "validation", "test"));
        assertThat(errors()).extracting(Problem::checkId).containsExactly("dataset.part-missing");

        project.dataset(sample -> part(sample, "train", "test"));
        assertThat(errors()).isEmpty();
        assertThat(problems()).filteredOn(problem -> problem.severity() == Severity.WARNING)
                .extracting(Problem::checkId).contains("dataset.part-missing");
    }

    @Test
    void earlyStoppingLooksAtAPartThatIsThere() throws IOException {
        project.dataset(sample -> part(sample, "train", "test"));
        project.with(settings -> settings.setEarlyStopping(ExperimentFactory.eINSTANCE.createEarlyStopping()));

        assertThat(errors()).extracting(Problem::checkId).containsExactly("experiment.early-stopping");
        fixAll();
        assertThat(project.experiment().getTraining().getEarlyStopping().getMonitor())
                .isEqualTo("training-loss");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"validation-dice, 'the validation Dice, but no output tells what it is about'",
        "training-auc, 'the training AUC, but it is measured on the validation samples only'",
        "validation-auc:finding, 'the validation AUC of finding, but the network has one output; leave its name out'"})
    void earlyStoppingLooksAtWhatIsMeasured(String monitor, String told) {
        EarlyStopping rule = ExperimentFactory.eINSTANCE.createEarlyStopping();
        rule.setMonitor(monitor);
        project.with(settings -> settings.setEarlyStopping(rule));

        assertThat(errors()).extracting(Problem::message).containsExactly("Early stopping monitors " + told + ".");
        fixAll();
        assertThat(rule.getMonitor()).isEqualTo("validation-loss");
        rule.setMonitor("validation-auc");
        assertThat(errors()).isEmpty();
    }

    @Test
    void classWeightsNameCategoriesThatThereAre() {
        project.with(settings -> {
            settings.setClassWeighting(ClassWeighting.CUSTOM);
            settings.getClassWeights().add(weight("opacity"));
            settings.getClassWeights().add(weight("opacity"));
            settings.getClassWeights().add(weight("cloud"));
        });

        assertThat(errors()).extracting(Problem::message).containsExactly(
                "There is a class weight for 'opacity', which has one already.",
                "There is a class weight for 'cloud', which is no category.");
        fixAll();
        assertThat(errors()).isEmpty();
    }

    @Test
    void unreadableSamplesRefuseTrainingUntilTheyMayBeLeftOut() throws IOException {
        project.damageASample();

        assertThat(errors()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("1 of 12 samples can't be read: s3 ");
            assertThat(problem.explanation()).contains("--leave-out-unreadable");
        });
        fixAll();
        assertThat(errors()).isEmpty();
        assertThat(problems()).extracting(Problem::message).contains("1 of 12 samples can't be read and are left out.");
    }

    @Test
    void imagesThatWereEmptiedOrWentAwaySinceTheImportRefuseTrainingToo() throws IOException {
        Files.delete(temp.resolve("images/2.png"));
        Files.write(temp.resolve("images/9.png"), new byte[0]);

        assertThat(errors()).extracting(Problem::message)
                .containsExactly("2 of 12 samples can't be read: s2 is missing; s9 is empty.");
        assertThatThrownBy(() -> new RunPreparation(ExperimentContext.standard(), Clock.systemUTC())
                .prepare(project.file(), RunOptions.none(), Progress.none())).isInstanceOf(InvalidExperiment.class);
        assertThat(temp.resolve("runs")).doesNotExist();
        fixAll();
        assertThat(errors()).isEmpty();
        assertThat(problems()).extracting(Problem::message).contains("2 of 12 samples can't be read and are left out.");
    }

    @Test
    void theProblemsOfTheNetworkAreAmongThem() throws IOException {
        Path network = temp.resolve("small.network");
        String text = Files.readString(network);
        Files.writeString(network, text.replace("<connections source=\"flat\" target=\"unit\"/>", ""));

        assertThat(errors()).isNotEmpty().allSatisfy(problem -> assertThat(problem.checkId()).startsWith("network"));
    }

    private static boolean part(Sample sample, String... parts) {
        return List.of(parts).contains(sample.value("part"));
    }

    private static ClassWeight weight(String category) {
        ClassWeight weight = ExperimentFactory.eINSTANCE.createClassWeight();
        weight.setCategory(category);
        return weight;
    }

    @Test
    void editingLooksAtNoImage() {
        ColumnReader untouched = new ColumnReader() {
            @Override
            public String id() {
                return "image";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public String fingerprint(Path root, String value, Map<String, String> options) {
                throw new AssertionError("an image is read");
            }

            @Override
            public TypedArray read(Path root, String value, Map<String, String> options) {
                throw new AssertionError("an image is decoded");
            }
        };
        ExperimentChecks checks = new ExperimentChecks(new ExperimentContext(StandardLayers.catalog(),
                new ColumnReaders(List.of(untouched)), List.of(new StandardChecks()), KeptFingerprints.none(), OutsideFiles.everything()));

        CheckedExperiment edited = checks.checkSettings(project.experiment(), project.file());
        assertThat(edited.problems()).noneMatch(Problem::isError);
        assertThat(edited.loaded()).isPresent();
        assertThatThrownBy(() -> checks.check(project.experiment(), project.file(), Progress.none()))
                .hasMessageContaining("an image is decoded");
    }

    private List<Problem> problems() {
        return new ExperimentChecks(ExperimentContext.standard())
                .check(project.experiment(), project.file(), Progress.none()).problems();
    }

    private List<Problem> errors() {
        return problems().stream().filter(Problem::isError).toList();
    }

    private void fixAll() {
        errors().forEach(problem -> problem.fixes().get(0).apply());
    }
}
