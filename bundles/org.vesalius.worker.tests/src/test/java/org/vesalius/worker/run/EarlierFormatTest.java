// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;
import org.vesalius.experiment.run.RunState;
import org.vesalius.worker.WorkerMain;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.control.UserFolders;
import org.vesalius.worker.fixture.LogisticLibrary;
import org.vesalius.worker.fixture.StepHook;
import org.vesalius.worker.library.Libraries;

/**
 * A project whose two runs, one finished and one stopped after its second epoch, were written by the version before
 * events had metrics by id and the other files a format number.
 */
class EarlierFormatTest {
    @TempDir
    private Path project;

    @BeforeEach
    void unpack() throws IOException, URISyntaxException {
        Path source = Path.of(EarlierFormatTest.class.getResource("format-1").toURI());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(source.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        for (String line : Files.readAllLines(project.resolve("binaries.txt"))) {
            write(line.substring(0, line.indexOf(' ')),
                    Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1)));
        }
        Files.writeString(project.resolve(".project"), "<projectDescription/>");
    }

    @Test
    void theRecordAndTheEventsAreRead() throws IOException {
        RunFolder run = run("finished");
        RunRecord record = new RunRecordFile(run).read();

        assertThat(record.state()).isEqualTo(RunState.STOPPED_EARLY);
        assertThat(record.progress().epochsDone()).isEqualTo(5);
        List<RunEvent> events = new EventLogReader(run.events()).poll();
        List<EpochFinished> epochs = events.stream().filter(EpochFinished.class::isInstance)
                .map(EpochFinished.class::cast).toList();
        assertThat(epochs).extracting(EpochFinished::epoch).containsExactly(1, 2, 3, 4, 5);
        assertThat(epochs.get(0).validation().of(Metric.ACCURACY)).isEqualTo(1);
        assertThat(epochs.get(0).validation().of(Metric.LOSS)).isCloseTo(0.5706, within(1e-4));
        assertThat(events.stream().filter(BatchFinished.class::isInstance).map(BatchFinished.class::cast)
                .filter(batch -> batch.metrics().of(Metric.LOSS) > 0 && batch.metrics().of(Metric.ACCURACY) >= 0))
                .hasSize(25);
        assertThat(new PredictionsFile(run.predictions()).read(List.of("dark", "light")).rows()).hasSize(32);
    }

    @Test
    void theStoppedRunGoesOnAsItWouldHaveGone() throws IOException {
        RunFolder run = run("stopped");
        new RunResumption(Clock.systemUTC()).prepare(run);
        RunState end = new TrainingRun(run, worker(), new RunCommands(new RunControl(run))).work();

        assertThat(new RunRecordFile(run).read().message()).startsWith("No better for several epochs");
        assertThat(end).isEqualTo(RunState.STOPPED_EARLY);
        assertThat(new RunRecordFile(run).read().progress().parametersSha256())
                .isEqualTo(new RunRecordFile(run("finished")).read().progress().parametersSha256());
        assertThat(new EventLogReader(run.events()).poll().stream().filter(EpochFinished.class::isInstance))
                .hasSize(5);
    }

    @Test
    void theFinishedRunIsEvaluatedAndPredictsAndItsExperimentKeepsItsMonitor() throws IOException {
        RunFolder run = run("finished");

        JsonObject measured = ask(new byte[0], "evaluate", run.path().toString());
        JsonObject kept = JsonParser.parseString(Files.readString(run.evaluation())).getAsJsonObject();
        assertThat(measured.get("loss").getAsDouble()).isCloseTo(kept.get("loss").getAsDouble(), within(1e-9));
        assertThat(measured.get("n").getAsInt()).isEqualTo(16);
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        PredictionQuestion.ofFiles(List.of(project.resolve("images/1.png"))).write(images);
        assertThat(ask(images.toByteArray(), "predict", run.path().toString(), "--out",
                project.resolve("p.csv").toString()).get("rows").getAsInt()).isEqualTo(1);
        assertThat(new ExperimentFiles().load(run.experiment()).getTraining().getEarlyStopping().getMonitor())
                .isEqualTo("validation-accuracy");
    }

    private RunFolder run(String name) {
        return new RunFolder(project.resolve("runs").resolve(name));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private WorkerContext worker() {
        return new WorkerContext(ExperimentContext.standard(), new Libraries(List.of(new LogisticLibrary(StepHook.NONE))),
                new UserFolders(project.resolve("cache"), project.resolve("locks")), Clock.systemUTC());
    }

    private JsonObject ask(byte[] in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new WorkerMain(worker(), new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8), work -> {}).run(arguments);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
