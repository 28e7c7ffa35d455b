// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.fixture.RecordProject;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

/** Columns of tables and targets of every kind. */
class BindingChecksTest {
    @TempDir
    private Path temp;

    private RecordProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new RecordProject(temp);
    }

    @Test
    void columnsAreOfferedByTheirRoles() {
        binary(7);
        fixAll(Severity.ERROR);

        assertThat(project.experiment().getBindings()).extracting(Binding::getColumn).containsExactly("age", "pressure",
                "pain", "smoker", "drugs");
        assertThat(project.experiment().getBindings()).extracting(Binding::getEncoding).containsExactly(
                Encoding.STANDARDISED, Encoding.STANDARDISED, Encoding.AUTO, Encoding.AUTO, Encoding.AUTO);
    }

    @Test
    void anInputHoldsTheNumbersOfItsColumns() {
        // 1 of age, 1 of pressure and 1 where that is missing, 3 of pain
        binary(5);
        record().bind("finding", "cough", Encoding.AUTO);
        assertThat(found("experiment.binding.input")).extracting(Problem::message).singleElement().asString()
                .contains("its columns give 6 numbers a sample (age 1, pressure 2, pain 3); give the input the shape 6");
        binary(6);
        assertThat(errors()).extracting(Problem::checkId).containsExactly("experiment.missing-values");
    }

    @Test
    void missingValuesHoldTrainingBackUntilTheyAreDecidedUpon() {
        binary(6);
        record().bind("finding", "cough", Encoding.AUTO);

        assertThat(errors()).singleElement().extracting(Problem::message).isEqualTo(
                "1 of 6 samples have no value in column 'age', and nothing says what stands in for it.");
        fixAll(Severity.ERROR);
        assertThat(errors()).isEmpty();
        assertThat(project.experiment().getTraining().isLeaveOutUnreadable()).isTrue();
    }

    @Test
    void whatStandsInForMissingValuesNeedsTrainingSamplesWithValues() {
        binary(1);
        project.bind("record", "lactate", Encoding.AUTO).bind("finding", "cough", Encoding.AUTO);

        assertThat(errors()).singleElement().extracting(Problem::message).isEqualTo("No training sample has a value in column"
                + " 'lactate', so there is no mean that could stand in for missing ones.");
    }

    @Test
    void numbersOfLargeScaleAreToBeStandardised() {
        binary(1);
        project.bind("record", "age", Encoding.AUTO).bind("finding", "cough", Encoding.AUTO);

        assertThat(found("experiment.scale")).singleElement().extracting(Problem::severity).isEqualTo(Severity.ADVICE);
        found("experiment.scale").forEach(problem -> problem.fixes().get(0).apply());
        assertThat(project.experiment().getBindings().get(0).getEncoding()).isEqualTo(Encoding.STANDARDISED);
        assertThat(found("experiment.scale")).isEmpty();
    }

    @Test
    void anEncodingFitsItsColumn() {
        binary(1);
        project.bind("record", "smoker", Encoding.STANDARDISED).bind("finding", "cough", Encoding.ARRAY);

        assertThat(found("experiment.binding.encoding")).extracting(Problem::message).containsExactly(
                "'record' takes column 'smoker' as standardised, which needs numbers or arrays; the column holds categories.",
                "'finding' takes column 'cough' as array, which needs images or arrays; the column holds categories.");
        found("experiment.binding.encoding").forEach(problem -> problem.fixes().get(0).apply());
        assertThat(found("experiment.binding.encoding")).isEmpty();
    }

    @Test
    void logarithmsAreOfNumbersFromZeroOn() throws IOException {
        binary(2);
        project.bind("record", "pressure", Encoding.LOG_STANDARDISED).bind("finding", "cough", Encoding.AUTO);
        assertThat(errors()).isEmpty();
        Path table = temp.resolve("data/samples.csv");
        Files.writeString(table, Files.readString(table).replace("120", "-120"));
        assertThat(errors()).singleElement().extracting(Problem::message).isEqualTo("1 sample has a number below 0 in column"
                + " 'pressure', of which the logarithm is to be taken.");
    }

    @Test
    void anOutputTakesNoLogarithm() {
        project.network(2, 1, ActivationFunction.LINEAR, Loss.MEAN_SQUARED_ERROR)
                .bind("record", "smoker", Encoding.AUTO).bind("finding", "months", Encoding.LOG_STANDARDISED);
        assertThat(errors()).singleElement().extracting(Problem::message).asString().contains("for inputs only");
    }

    @Test
    void labelsThatOccurTogetherHaveAUnitEach() {
        project.network(2, 2, ActivationFunction.SIGMOID, Loss.BINARY_CROSS_ENTROPY)
                .bind("record", "smoker", Encoding.AUTO).bind("finding", "cough", Encoding.AUTO)
                .bind("finding", "fever", Encoding.AUTO);
        assertThat(errors()).isEmpty();
        project.network(2, 3, ActivationFunction.SIGMOID, Loss.BINARY_CROSS_ENTROPY);
        assertThat(errors()).singleElement().extracting(Problem::message).asString()
                .contains("it says 3 numbers a sample, and it takes 2 units for labels");
        project.network(2, 2, ActivationFunction.SOFTMAX, Loss.CATEGORICAL_CROSS_ENTROPY);
        assertThat(errors()).singleElement().extracting(Problem::message).asString().contains("what may occur together");
    }

    @Test
    void quantitiesNeedALossOfQuantities() {
        project.network(2, 1, ActivationFunction.LINEAR, Loss.MEAN_SQUARED_ERROR)
                .bind("record", "smoker", Encoding.AUTO).bind("finding", "pressure", Encoding.STANDARDISED);
        assertThat(errors()).isEmpty();
        binary(2);
        assertThat(errors()).singleElement().extracting(Problem::message).asString().contains("its loss is for categories");
        project.network(2, 1, ActivationFunction.EXPONENTIAL, Loss.POISSON);
        assertThat(errors()).singleElement().extracting(Problem::message).asString().contains("counts as they are");
    }

    @Test
    void survivalIsAColumnOfTimesAndOneOfEvents() {
        project.network(2, 1, ActivationFunction.LINEAR, Loss.COX_EFRON).bind("record", "smoker", Encoding.AUTO)
                .bind("finding", "months", Encoding.AUTO).bind("finding", "died", Encoding.AUTO);
        assertThat(errors()).isEmpty();
        assertThat(found("experiment.full-batch")).isEmpty();
        project.experiment().getTraining().setBatchSize(2);
        assertThat(found("experiment.full-batch")).singleElement();
        found("experiment.full-batch").get(0).fixes().get(0).apply();
        assertThat(project.experiment().getTraining().getBatchSize()).isEqualTo(4);

        project.experiment().getBindings().remove(2);
        assertThat(errors()).singleElement().extracting(Problem::message).asString().contains("times to an event");
        binary(2);
        project.bind("finding", "died", Encoding.AUTO);
        assertThat(errors()).extracting(Problem::checkId).contains("experiment.binding.output");
    }

    @Test
    void numbersTellEventsAsOneAndZero() {
        project.network(2, 1, ActivationFunction.LINEAR, Loss.COX_EFRON).bind("record", "smoker", Encoding.AUTO)
                .bind("finding", "months", Encoding.TIME).bind("finding", "status", Encoding.EVENT);

        // 1 for the end of a follow-up and 2 for a death, as in lung.csv of R's survival package
        assertThat(errors()).singleElement().extracting(Problem::message).isEqualTo(
                "Column 'status' tells events, and in 3 samples it holds neither 0 nor 1.");
    }

    @Test
    void eachIntervalOfHazardsEndsWithAnEvent() {
        // deaths of training samples: at 8 and 12 months
        hazards(2, "died");
        assertThat(errors()).isEmpty();
        hazards(3, "died");
        assertThat(errors()).singleElement().extracting(Problem::message).isEqualTo("Output 'finding' can't learn survival:"
                + " it has 3 intervals of time, and the events of the training samples are at 2 different times.");
        hazards(1, "died");
        assertThat(errors()).singleElement().extracting(Problem::message).asString()
                .contains("discrete hazards need two intervals of time or more");
        hazards(2, "never");
        assertThat(errors()).singleElement().extracting(Problem::message).asString()
                .contains("no training sample has an event");
        project.experiment().getBindings().set(1, SmallProject.binding("finding", "drugs"));
        assertThat(errors()).singleElement().extracting(Problem::message).asString()
                .contains("column 'drugs' holds no numbers");
    }

    @Test
    void cellsThatHoldSeveralCategoriesFeedAnInput() {
        binary(2);
        project.bind("record", "drugs", Encoding.MULTI_LABEL).bind("finding", "cough", Encoding.AUTO);
        assertThat(found("experiment.binding.input")).isEmpty();
        project.experiment().getBindings().get(0).setEncoding(Encoding.NUMBER);
        assertThat(found("experiment.binding.input")).singleElement();
    }

    @Test
    void anAutoencoderGivesBackAnInputOfItsShape() {
        project.network(2, 2, ActivationFunction.LINEAR, Loss.MEAN_SQUARED_ERROR).bind("record", "smoker", Encoding.AUTO);
        Binding back = SmallProject.binding("finding", null);
        back.setInput("record");
        project.experiment().getBindings().add(back);
        assertThat(errors()).isEmpty();
        project.network(2, 1, ActivationFunction.LINEAR, Loss.MEAN_SQUARED_ERROR);
        assertThat(errors()).singleElement().extracting(Problem::message).asString().contains("give back 'record'");
        back.setInput("nothing");
        assertThat(errors()).extracting(Problem::checkId).contains("experiment.binding.nowhere");
    }

    @Test
    void classWeightsNeedCategoriesOrLabels() {
        project.network(2, 1, ActivationFunction.LINEAR, Loss.MEAN_SQUARED_ERROR)
                .bind("record", "smoker", Encoding.AUTO).bind("finding", "pressure", Encoding.AUTO);
        project.experiment().getTraining().setClassWeighting(ClassWeighting.BALANCED);

        assertThat(errors()).extracting(Problem::checkId).containsExactly("experiment.class-weights");
        fixAll(Severity.ERROR);
        assertThat(errors()).isEmpty();
    }

    @Test
    void masksInPicturesTellOneCategory() {
        project.places(3).bind("picture", "picture", Encoding.AUTO).bind("finding", "mask", Encoding.MASK);
        assertThat(found("experiment.binding.output")).singleElement().extracting(Problem::message).asString()
                .contains("a picture tells of each place whether it is marked, which takes 1 unit");

        project.places(1);
        assertThat(errors()).isEmpty();
        project.places(3).experiment().getBindings().get(1).setColumn("volume");
        assertThat(errors()).isEmpty();
    }

    @Test
    void picturesTakeRowsColumnsAndChannels() {
        project.steps().bind("series", "volume", Encoding.AUTO).bind("finding", "mask", Encoding.MASK);
        assertThat(found("experiment.binding.output")).singleElement().extracting(Problem::message).asString()
                .contains("a picture has rows, columns and 1 or 3 channels, and it says 8×1");
        project.experiment().getBindings().get(1).setColumn("volume");
        assertThat(found("experiment.augmentation")).isEmpty();
    }

    @Test
    void augmentationsWithoutPicturesAreTold() {
        binary(6);
        record().bind("finding", "cough", Encoding.AUTO);
        project.experiment().getTraining().getAugmentations().add(ExperimentFactory.eINSTANCE.createRandomFlip());

        assertThat(found("experiment.augmentation")).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            problem.fixes().get(0).apply();
        });
        assertThat(found("experiment.augmentation")).isEmpty();
    }

    private void hazards(int intervals, String event) {
        project.network(2, intervals, ActivationFunction.SIGMOID, Loss.DISCRETE_HAZARDS);
        project.experiment().getBindings().clear();
        project.bind("record", "smoker", Encoding.AUTO).bind("finding", "months", Encoding.TIME)
                .bind("finding", event, Encoding.EVENT);
    }

    private void binary(int numbers) {
        project.network(numbers, 1, ActivationFunction.SIGMOID, Loss.BINARY_CROSS_ENTROPY);
    }

    private RecordProject record() {
        return project.bind("record", "age", Encoding.STANDARDISED).bind("record", "pressure", Encoding.STANDARDISED)
                .bind("record", "pain", Encoding.AUTO);
    }

    private List<Problem> errors() {
        return project.check().problems().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    private List<Problem> found(String id) {
        return project.check().problems().stream().filter(problem -> problem.checkId().equals(id)).toList();
    }

    private void fixAll(Severity severity) {
        project.check().problems().stream().filter(problem -> problem.severity() == severity)
                .flatMap(problem -> problem.fixes().stream().limit(1)).forEach(Fix::apply);
    }
}
