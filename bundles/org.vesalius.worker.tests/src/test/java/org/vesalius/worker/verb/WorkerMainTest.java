// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.worker.WorkerMain;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;

class WorkerMainTest {
    @TempDir
    private Path temp;
    private SmallExperiment experiment;
    private RunFolder run;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void trainARun() throws IOException {
        experiment = new SmallExperiment(temp);
        run = experiment.prepare();
    }

    @Test
    void evaluatesWhatItTrained() throws IOException {
        assertThat(worker("train", run.path().toString())).isZero();
        JsonObject trained = JsonParser.parseString(Files.readString(run.evaluation())).getAsJsonObject();
        Path keep = Files.createDirectory(temp.resolve("kept"));
        assertThat(worker("evaluate", run.path().toString(), "--subset", "test", "--keep", keep.toString())).isZero();
        JsonObject kept = JsonParser.parseString(Files.readString(keep.resolve("evaluation.json"))).getAsJsonObject();
        assertThat(kept.remove("format").getAsInt()).isEqualTo(2);
        JsonObject validation = kept.remove("validation").getAsJsonObject();
        assertThat(trained.getAsJsonObject("validation")).isEqualTo(validation);
        JsonObject measured = printed();
        assertThat(measured.remove("epoch").getAsInt()).isEqualTo(new RunRecordFile(run).read().progress().bestEpoch());
        assertThat(measured).isEqualTo(kept);
        assertThat(measured.get("n").getAsInt()).isEqualTo(16);
        assertThat(Files.readAllLines(keep.resolve("predictions.csv"))).hasSize(1 + 32)
                .containsAll(Files.readAllLines(run.predictions()));

        Path file = temp.resolve("validation.json");
        assertThat(worker("evaluate", run.path().toString(), "--subset", "validation", "--result", file.toString()))
                .isZero();
        JsonObject written = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        written.remove("epoch");
        assertThat(written).isEqualTo(validation);
    }

    @Test
    void keepsWhatIsMeasuredOnTheTestPartAlone() throws IOException {
        Path keep = Files.createDirectory(temp.resolve("kept"));

        assertThat(worker("evaluate", run.path().toString(), "--subset", "validation", "--keep", keep.toString())).isEqualTo(2);
        assertThat(keep).isEmptyDirectory();
    }

    /** What the test samples are told, and how well, is in no file, event or line of a training. */
    @Test
    void trainingShowsNothingOfTheTestPart() throws IOException {
        assertThat(worker("train", run.path().toString())).isZero();
        String shown = out.toString(StandardCharsets.UTF_8);
        List<Path> files;
        try (Stream<Path> all = Files.walk(run.path())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        Path keep = Files.createDirectory(temp.resolve("kept"));
        assertThat(worker("evaluate", run.path().toString(), "--subset", "test", "--keep", keep.toString())).isZero();
        List<String> told = told(keep);

        // the cross-entropy and the area, and of each of the 16 samples its score
        assertThat(told).hasSizeGreaterThan(16).allMatch(number -> number.matches("0\\.\\d{5,}(E-\\d+)?|\\d\\.\\d{5,}E-\\d+"));
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(told).as(file.getFileName().toString()).noneMatch(text::contains);
        }
        assertThat(told).noneMatch(shown::contains);
        assertThat(Files.readAllLines(run.predictions())).hasSize(17).noneMatch(line -> line.contains(",test,"));
    }

    private static List<String> told(Path keep) throws IOException {
        JsonObject test = JsonParser.parseString(Files.readString(keep.resolve("evaluation.json"))).getAsJsonObject();
        List<String> rows = Files.readAllLines(keep.resolve("predictions.csv"));
        int score = List.of(rows.get(0).split(",")).indexOf("score:light");
        return Stream.concat(Stream.of(test.get("loss").getAsString()),
                rows.stream().map(row -> row.split(",")).filter(cells -> cells[1].equals("test")).map(cells -> cells[score])).toList();
    }

    @Test
    void predictsImagesLikeThoseOfTheDataSet() throws IOException {
        worker("train", run.path().toString());
        Path csv = temp.resolve("predictions.csv");
        Path image = experiment.image(50);
        assertThat(predict(csv, image)).isZero();

        String judged = Files.readAllLines(csv).get(1).replaceFirst(".*,,,", "");
        assertThat(Files.readAllLines(run.predictions())).anyMatch(
                line -> line.startsWith("s50,") && line.endsWith("," + judged));
        assertThat(Files.readAllLines(csv).get(1)).startsWith(image.toString());
        assertThat(printed().get("rows").getAsInt()).isEqualTo(1);
    }

    @Test
    void listsImagesThatCantBeReadAndPredictsTheOthers() throws IOException {
        worker("train", run.path().toString());
        Path text = Files.writeString(temp.resolve("text.png"), "no image");
        Path csv = temp.resolve("predictions.csv");
        Path empty = Files.createFile(temp.resolve("empty.png"));

        assertThat(predict(csv, text, experiment.image(1), temp.resolve("gone.png"), empty)).isEqualTo(1);
        assertThat(printed().get("epoch").getAsInt()).isPositive();
        assertThat(printed().get("unreadable").toString()).isEqualTo("[{\"sample\":0,\"reason\":\"is no image, or of an "
                + "unknown format\"},{\"sample\":2,\"reason\":\"is missing\"},{\"sample\":3,\"reason\":\"is empty\"}]");
        assertThat(Files.readAllLines(csv)).hasSize(2);
    }

    @Test
    void anotherRunStartsFromTheWeightsOfTheBestModel() throws IOException {
        worker("train", run.path().toString());
        Path file = temp.resolve("best.safetensors");
        assertThat(worker("weights", run.path().toString(), "--out", file.toString())).isZero();
        assertThat(printed().get("numbers").getAsInt()).isEqualTo(65);
        assertThat(printed().get("layers").getAsInt()).isEqualTo(1);

        RunFolder next = experiment.with(settings -> {
            settings.setStartWeights("best.safetensors");
            settings.setEpochs(1);
            settings.getOptimizer().setLearningRate(1e-9);
        }).prepare();
        assertThat(worker("train", next.path().toString())).isZero();
        Path after = temp.resolve("after.safetensors");
        assertThat(worker("weights", next.path().toString(), "--out", after.toString())).isZero();

        float[] started = new WeightsFile(file).load().get("unit", "kernel").orElseThrow().values();
        float[] ended = new WeightsFile(after).load().get("unit", "kernel").orElseThrow().values();
        assertThat(ended).containsExactly(started, within(1e-6f));
        assertThat(Files.readString(next.events())).contains("weights.start");
    }

    @Test
    void reportsWhatCantBeDone() throws IOException {
        Path result = temp.resolve("result.json");
        assertThat(worker("evaluate", run.path().toString(), "--result", result.toString())).isEqualTo(1);
        JsonObject error = JsonParser.parseString(Files.readString(result)).getAsJsonObject().getAsJsonObject("error");

        assertThat(error.get("kind").getAsString()).isEqualTo("INVALID_INPUT");
        assertThat(error.get("message").getAsString()).contains("no model yet");
        assertThat(error.get("remedy").getAsString()).isNotBlank();
        assertThat(error.get("where").getAsString()).isEqualTo(run.path().toString());
    }

    @Test
    void aShortageOfMemoryHasAnExitCodeOfItsOwn() {
        StepHook shortage = iteration -> {
            throw new OutOfMemoryError("Java heap space");
        };

        // also what a virtual machine ends with by -XX:+ExitOnOutOfMemoryError
        assertThat(worker(shortage, InputStream.nullInputStream(), "train", run.path().toString())).isEqualTo(3);
        assertThat(printed().getAsJsonObject("error").get("message").getAsString()).contains("ran out of memory");
    }

    /** Only the log of a run stays; that of any other question is gone with its process. */
    @Test
    void anUnexpectedErrorPointsToTheLogOnlyWhereThereIsOne() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a fault");
            }
        };

        assertThat(worker(broken, "compute")).isEqualTo(1);
        assertThat(message()).contains("unexpected error (IllegalStateException)").contains("--debug")
                .doesNotContain("log.txt").doesNotContain("resumed");
        assertThat(worker(broken, "predict", run.path().toString(), "--out", temp.resolve("p.csv").toString()))
                .isEqualTo(1);
        assertThat(message()).contains("log.txt in the run folder").doesNotContain("resumed");
    }

    private String message() {
        return printed().getAsJsonObject("error").get("message").getAsString();
    }

    @Test
    void tellsWhichDevicesThereAre() {
        assertThat(worker("probe")).isZero();

        assertThat(printed().getAsJsonArray("logistic").get(0).getAsJsonObject().get("usable").getAsBoolean())
                .isTrue();
    }

    @Test
    void wrongUsageIsToldApart() {
        assertThat(worker()).isEqualTo(2);
        assertThat(worker("dance")).isEqualTo(2);
        assertThat(worker("train")).isEqualTo(2);
        assertThat(worker("evaluate", run.path().toString(), "--subset", "all")).isEqualTo(2);
        assertThat(worker("evaluate", run.path().toString(), "--unknown", "x")).isEqualTo(2);
        assertThat(worker("predict", run.path().toString(), "--out")).isEqualTo(2);
        assertThat(worker("weights", run.path().toString())).isEqualTo(2);
    }

    private int predict(Path csv, Path... images) throws IOException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        PredictionQuestion.ofFiles(List.of(images)).write(list);
        return worker(new ByteArrayInputStream(list.toByteArray()), "predict", run.path().toString(), "--out",
                csv.toString());
    }

    private int worker(String... words) {
        return worker(StepHook.NONE, InputStream.nullInputStream(), words);
    }

    private int worker(InputStream in, String... words) {
        return worker(StepHook.NONE, in, words);
    }

    private int worker(StepHook hook, InputStream in, String... words) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new WorkerMain(experiment.worker(hook), in, stream, stop -> {}).run(words);
    }

    private JsonObject printed() {
        return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
