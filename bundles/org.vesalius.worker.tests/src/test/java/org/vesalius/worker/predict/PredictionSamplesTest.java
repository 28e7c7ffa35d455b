// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.number.NpyFormat;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.NpyReader;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.network.Input;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** A record of four columns joined with an array: new samples become the numbers that those of the training would. */
class PredictionSamplesTest {
    private static final ExperimentContext CONTEXT = ExperimentContext.standard();

    @TempDir
    private Path folder;
    private LoadedExperiment run;

    @BeforeEach
    void train() throws IOException {
        array("a.npy", 3, 5);
        array("b.npy", 1, -1);
        // the ages 40 and 60 have the mean 50 and the deviation 10
        List<Sample> samples = new ArrayList<>();
        for (String row : List.of("40 train", "60 train", "90 validation")) {
            String[] cells = row.split(" ");
            samples.add(new Sample("s" + samples.size(), Map.of("age", cells[0], "sex", "f", "score", "1", "grade", "1",
                    "array", "a.npy", "size", "1", "part", cells[1])));
        }
        save("data", columns("a", "?"), samples);
        NetworkFactory make = NetworkFactory.eINSTANCE;
        new NetworkFiles(StandardLayers.catalog()).save(new NetworkBuilder("joined")
                .add("record", make.createInput(), input -> input.setShape(Shape.vector(6)))
                .addBehind("signal", vector(2))
                .addBehind("both", make.createConcatenate(), "record", "signal")
                .add("unit", make.createDense(), dense -> dense.setUnits(1))
                .add("finding", make.createOutput()).build(), folder.resolve("joined.network"));
        run = new ExperimentLoader(CONTEXT).load(experiment(), folder.resolve("joined.experiment"));
    }

    @Test
    void rowsOfATableAreEncodedAsInTraining() throws IOException {
        Path table = Files.writeString(folder.resolve("new.csv"), """
                note;grade;sample;sex;score;age;array
                x;2.0;p1;m;1,5;70;a.npy
                ;1;p2;f;2,5;NA;b.npy
                y;1;p3;?;-1;45;a.npy
                """);

        EncodedSamples samples = samples(PredictionQuestion.ofTable(table, Optional.empty()));

        // (age - 50) / 10 and whether it is missing, f, m, the score, the number of the grade
        assertThat(numbers(samples, "record", 3)).containsExactly(2, 0, 0, 1, 1.5f, 1, 0, 1, 1, 0, 2.5f, 0, -0.5f, 0, 1, 0,
                -1, 0);
        // (value - 1) / 2
        assertThat(numbers(samples, "signal", 3)).containsExactly(1, 2, 0, -1, 1, 2);
        assertThat(samples.samples().name(1)).isEqualTo("p2");
        assertThat(samples.unreadable()).isEmpty();
    }

    @Test
    void rowsThatCantBeUsedAreToldWithoutTheirValues() throws IOException {
        Path table = Files.writeString(folder.resolve("new.csv"), """
                age,sex,score,grade,array,who
                70,Smith,1,1,a.npy,w1
                70,f,,1,a.npy,w2
                70,f,1,1,gone.npy,w3
                70,f,1,1,,w4
                Smith,f,1,1,a.npy,w5
                50,f,1,1,b.npy,w6
                """);

        EncodedSamples samples = samples(PredictionQuestion.ofTable(table, Optional.of("who")));

        assertThat(samples.encode(0, 6).numbers()).containsExactly(5);
        assertThat(samples.samples().name(5)).isEqualTo("w6");
        assertThat(samples.samples().place(5)).isEqualTo("line 7");
        assertThat(samples.unreadable()).isEqualTo(Map.of(
                0, "has something in 'sex' that is none of its categories: f, m",
                1, "has no value in 'score', and nothing stands in for missing ones",
                2, "has a file in 'array' that is missing", 3, "has a file in 'array' that is not named",
                4, "has something in 'age' that is no number"));
    }

    @Test
    void aTableThatLacksColumnsIsRefusedWithThoseThatAreTaken() throws IOException {
        Path table = Files.writeString(folder.resolve("new.csv"), "Age,sex,score\n1,f,1\n");

        assertThatThrownBy(() -> samples(PredictionQuestion.ofTable(table, Optional.empty())))
                .isInstanceOfSatisfying(ReportedException.class, e -> {
                    assertThat(e).hasMessage("The table has no columns 'age' (a), 'grade' and 'array'.");
                    assertThat(e.remedy()).contains("'age' (a), 'sex', 'score', 'grade' and 'array'")
                            .contains("headings of the table are: Age, sex and score");
                });
    }

    @Test
    void dataSetsMarkMissingValuesInTheirOwnWay() throws IOException {
        save("new", columns("a", "-9"), List.of(
                new Sample("n1", Map.of("age", "-9", "sex", "m", "score", "3", "grade", "2", "array", "b.npy", "part", "test")),
                new Sample("n2", Map.of("age", "60", "sex", "m", "score", "3", "grade", "2", "array", "b.npy", "part",
                        "train"))));

        EncodedSamples test = samples(PredictionQuestion.ofDataset(folder.resolve("new"), Optional.of(Subset.TEST)));
        assertThat(test.samples().count()).isOne();
        assertThat(numbers(test, "record", 1)).containsExactly(0, 1, 0, 1, 3, 1);
        assertThat(test.samples().subset(0)).isEqualTo("test");
        EncodedSamples all = samples(PredictionQuestion.ofDataset(folder.resolve("new"), Optional.empty()));
        assertThat(numbers(all, "record", 2)).containsExactly(0, 1, 0, 1, 3, 1, 1, 0, 0, 1, 3, 1);
    }

    @Test
    void aDataSetInAnotherUnitIsRefused() throws IOException {
        save("new", columns("months", "?"), List.of(new Sample("n1", Map.of("age", "60"))));

        assertThatThrownBy(() -> samples(PredictionQuestion.ofDataset(folder.resolve("new"), Optional.empty())))
                .isInstanceOf(ReportedException.class)
                .hasMessage("Column 'age' counts in months, and in a in the data set that the run was trained on.");
    }

    @Test
    void sequencesThatBeginAtAnotherTimeAreRefused() {
        Column ofRun = sequences(Map.of("step", "60"));
        saveSequences("zero", Map.of("step", "60", "start", "0.0"));
        saveSequences("first", Map.of("step", "60", "start", "first"));

        assertThat(GivenSamples.of(question("zero"), List.of(ofRun), CONTEXT.readers()).count()).isOne();
        assertThatThrownBy(() -> GivenSamples.of(question("first"), List.of(ofRun), CONTEXT.readers()))
                .isInstanceOf(ReportedException.class).hasMessage("The sequences in column 'pulse' begin at another time than"
                        + " those of the data set that the run was trained on.");
    }

    /** Columns of any axes, as the examples of signals and volumes have. */
    @Test
    void filesAreRefusedWhereTheExampleDrewArraysThatAreNoImages() {
        ColumnReaders readers = new ColumnReaders(List.of(new DrawnReader()));
        Column array = new Column("ecg", ColumnType.ARRAY, ColumnRole.INPUT, "drawn", Map.of(), List.of());

        assertThatThrownBy(() -> FileSamples.readable(array, readers)).isInstanceOfSatisfying(ReportedException.class, e -> {
            assertThat(e).hasMessageContaining("'ecg'").hasMessageContaining("drawn by an example");
            assertThat(e.remedy()).contains("--data");
        });
        assertThat(FileSamples.readable(Column.image("x", "drawn", Map.of()), readers).reader()).isEqualTo(ImageFileReader.ID);
    }

    @Test
    void filesAreRefusedWhereOneIsNotAllOfASample() {
        assertThatThrownBy(() -> samples(PredictionQuestion.ofFiles(List.of(folder.resolve("a.npy")))))
                .isInstanceOfSatisfying(ReportedException.class, e -> {
                    assertThat(e).hasMessageStartingWith("The network of this run has 2 inputs");
                    assertThat(e.remedy()).contains("--table");
                });
    }

    private static Column sequences(Map<String, String> options) {
        return new Column("pulse", ColumnType.ARRAY, ColumnRole.INPUT, "sequence", options, List.of());
    }

    private void saveSequences(String name, Map<String, String> options) {
        save(name, List.of(sequences(options)), List.of(new Sample("n1", Map.of("pulse", "a.csv"))));
    }

    private PredictionQuestion question(String name) {
        return PredictionQuestion.ofDataset(folder.resolve(name), Optional.empty());
    }

    /** Draws nothing: it is never asked to. */
    private static final class DrawnReader implements ColumnReader {
        @Override
        public String id() {
            return "drawn";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public boolean readsFiles() {
            return false;
        }

        @Override
        public String fingerprint(Path root, String value, Map<String, String> options) {
            return value;
        }

        @Override
        public TypedArray read(Path root, String value, Map<String, String> options) {
            throw new IllegalStateException();
        }
    }

    private static Input vector(int size) {
        Input input = NetworkFactory.eINSTANCE.createInput();
        input.setShape(Shape.vector(size));
        return input;
    }

    private EncodedSamples samples(PredictionQuestion question) {
        return Prediction.samples(question, run.bindings(), FittedEncodings.fit(run.bindings(), run.dataset()),
                Map.of("signal", new ArrayScale(List.of(1.0, 1.0), List.of(2.0, 2.0))), CONTEXT.readers());
    }

    private static float[] numbers(EncodedSamples samples, String layer, int count) throws IOException {
        return samples.encode(0, count).batch().inputs().get(layer).values();
    }

    private static List<Column> columns(String unit, String mark) {
        return List.of(
                Column.number("age", ColumnRole.INPUT, unit)
                        .with(MissingValues.marked(List.of(mark)).treated(Treatment.MEAN, true)),
                Column.category("sex", ColumnRole.INPUT, List.of("f", "m"))
                        .with(MissingValues.UNDECIDED.filled("f", false)),
                Column.number("score", ColumnRole.INPUT, ""),
                Column.category("grade", ColumnRole.INPUT, List.of("1", "2")),
                new Column("array", ColumnType.ARRAY, ColumnRole.INPUT, NpyReader.ID, Map.of("axes", "x"), List.of()),
                Column.number("size", ColumnRole.LABEL, "mm"), Column.text("part", ColumnRole.SUBSET));
    }

    private void save(String name, List<Column> columns, List<Sample> samples) {
        new DatasetFiles().save(new Dataset(folder.resolve(name), name, folder, columns, samples));
    }

    private void array(String name, float... values) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            NpyFormat.write(new NumberArray(new int[] {2}, values), out);
        }
    }

    private static Experiment experiment() {
        ExperimentFactory make = ExperimentFactory.eINSTANCE;
        Experiment experiment = make.createExperiment();
        experiment.setName("joined");
        experiment.setNetwork("joined.network");
        experiment.setDataset("data");
        experiment.setTraining(make.createTrainingSettings());
        experiment.getTraining().setOptimizer(make.createAdam());
        bind(experiment, "record", "age", Encoding.STANDARDISED);
        bind(experiment, "record", "sex", Encoding.ONE_HOT);
        bind(experiment, "record", "score", Encoding.NUMBER);
        bind(experiment, "record", "grade", Encoding.INDEX);
        bind(experiment, "signal", "array", Encoding.STANDARDISED);
        bind(experiment, "finding", "size", Encoding.NUMBER);
        return experiment;
    }

    private static void bind(Experiment experiment, String layer, String column, Encoding encoding) {
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setLayer(layer);
        binding.setColumn(column);
        binding.setEncoding(encoding);
        experiment.getBindings().add(binding);
    }
}
