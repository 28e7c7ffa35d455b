// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.WorkerMain;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.control.UserFolders;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;

/** Folders that are really moved and copied, with runs in them that are used afterwards. */
class MovedProjectTest {
    private static final int SECOND_EPOCH = 7;

    @TempDir
    private Path temp;
    private Path project;
    private SmallExperiment experiment;

    @BeforeEach
    void writeAProject() throws IOException {
        project = Files.createDirectories(temp.resolve("first/project"));
        Files.writeString(project.resolve(".project"), "<projectDescription/>");
        experiment = new SmallExperiment(project);
    }

    @Test
    void aMovedProjectResumesToTheSameParametersEvaluatesAndPredicts() throws IOException {
        RunFolder undisturbed = experiment.prepare();
        train(undisturbed, StepHook.NONE);
        RunFolder run = stopped(experiment.prepare());
        Path moved = Files.move(project, Files.createDirectories(temp.resolve("second")).resolve("renamed"));

        RunFolder there = in(moved, run);
        resume(there);
        assertThat(parameters(there)).isEqualTo(parameters(in(moved, undisturbed)));
        assertThat(evaluate(there)).isEqualTo(16);
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        PredictionQuestion.ofFiles(List.of(moved.resolve("images/1.png"))).write(images);
        assertThat(worker(images.toByteArray(), "predict", there.path().toString(), "--out",
                temp.resolve("predictions.csv").toString()).get("rows").getAsInt()).isEqualTo(1);
    }

    @Test
    void aCopyUsesItsOwnDataWhileTheOriginalIsThere() throws IOException {
        RunFolder run = stopped(experiment.prepare());
        Path copy = temp.resolve("copy");
        copy(project, copy);
        Files.delete(experiment.image(5));

        resume(in(copy, run));
        assertThat(new DatasetFiles().load(in(copy, run).dataset()).root()).isEqualTo(copy);
    }

    @Test
    void aRunThatWasMovedAloneFindsTheDataWhereTheyStayed() throws IOException {
        RunFolder run = stopped(experiment.prepare());
        RunFolder alone = new RunFolder(Files.move(run.path(), Files.createDirectories(temp.resolve("a/b"))
                .resolve("run")));

        resume(alone);
        assertThat(evaluate(alone)).isEqualTo(16);
    }

    @Test
    void aFolderOfRunsElsewhereFindsTheDataAlsoAfterBothMoved() throws IOException {
        Path tree = temp.resolve("first");
        RunFolder run = stopped(new RunPreparation(ExperimentContext.standard(), Clock.systemUTC())
                .prepare(experiment.file(), RunOptions.none().withRuns(tree.resolve("runs")), Progress.none()));
        assertThat(new DatasetFiles().load(run.dataset()).root()).isEqualTo(project);
        Path moved = Files.move(tree, temp.resolve("third"));

        RunFolder there = new RunFolder(moved.resolve("runs").resolve(run.name()));
        resume(there);
        assertThat(new DatasetFiles().load(there.dataset()).root()).isEqualTo(moved.resolve("project"));
    }

    @Test
    void aProjectBehindALinkMovesToo() throws IOException {
        Path real = Files.move(project, temp.resolve("real"));
        Files.createSymbolicLink(project, real);
        RunFolder run = stopped(experiment.prepare());
        Files.delete(project);
        Path moved = Files.move(real, temp.resolve("moved"));

        resume(in(moved, run));
    }

    @Test
    void dataThatAreGoneAreSoughtWithTheirPlacesNamedAndFoundWhereTheUserSays() throws IOException {
        RunFolder run = stopped(experiment.prepare());
        String gone = temp.resolve("gone").toString().replace('\\', '/');
        Path manifest = run.dataset().resolve("dataset.json");
        // as a version before this one wrote it: an absolute path and no other
        Files.writeString(manifest, Files.readString(manifest).replaceAll("\"root\": \"[^\"]*\"",
                "\"root\": \"" + gone + "\"").replaceAll("(?m)^ *\"rootOtherwise\".*\n", ""));
        new RunRecordFile(run).update(record -> record
                .withProvenance(new Provenance("logistic", "cpu", 42, 1, "", "", "", record.provenance().versions())));

        assertThat(worker(new byte[0], "evaluate", run.path().toString()).toString()).contains(
                "images is gone; it was looked for in " + gone,
                "--data FOLDER");
        new DatasetFiles().relocate(run.dataset(), project);
        assertThat(evaluate(run)).isEqualTo(16);
    }

    private RunFolder stopped(RunFolder run) throws IOException {
        RunControl control = new RunControl(run);
        train(run, step -> {
            try {
                control.send(step == SECOND_EPOCH ? RunCommand.STOP : control.command());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(new RunRecordFile(run).read().state()).isEqualTo(RunState.STOPPED);
        return run;
    }

    private void resume(RunFolder run) throws IOException {
        new RunResumption(Clock.systemUTC()).prepare(run);
        assertThat(train(run, StepHook.NONE)).isEqualTo(RunState.FINISHED);
    }

    private RunState train(RunFolder run, StepHook hook) throws IOException {
        return new TrainingRun(run, context(hook), new RunCommands(new RunControl(run))).work();
    }

    /** Cache and locks are the user's and move with no project. */
    private WorkerContext context(StepHook hook) {
        WorkerContext context = experiment.worker(hook);
        return new WorkerContext(context.experiments(), context.libraries(),
                new UserFolders(temp.resolve("cache"), temp.resolve("locks")),
                context.clock());
    }

    private int evaluate(RunFolder run) throws IOException {
        return worker(new byte[0], "evaluate", run.path().toString()).get("n").getAsInt();
    }

    private JsonObject worker(byte[] in, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkerMain(context(StepHook.NONE), new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8), work -> {}).run(arguments);
        return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private RunFolder in(Path moved, RunFolder run) {
        return new RunFolder(moved.resolve("runs").resolve(run.name()));
    }

    private static String parameters(RunFolder run) {
        return new RunRecordFile(run).read().progress().parametersSha256();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
