// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.phantom.stated.StatedFigures;
import org.vesalius.worker.WorkerMain;
import org.vesalius.worker.control.UserFolders;
import org.vesalius.worker.library.Libraries;
import org.vesalius.worker.run.WorkerContext;

/**
 * Each example, as a user runs it. What it may reach is known from the truth behind its data; the tests of the phantoms compute
 * it and the baselines that the table of examples states.
 */
class ExampleTrainingTest {
    /** Processors and numbers of threads round otherwise. */
    private static final double OTHER_MACHINE = 0.02;
    /** What luck may give on so few samples, about two standard errors. */
    private static final double LUCK = 0.04;
    private static final int EACH = 12;
    private static final String TRAINED_IN_THE_WINDOW = "chest-phantom";
    private static final Pattern SAID = Pattern.compile("(.*:)?(sample|decision|log-hazard|score:.*|predicted(:.*)?|survival:.*)");

    @TempDir
    private Path folder;

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> reachesTheFiguresStated() {
        return StatedFigures.trained().stream().map(name -> DynamicTest.dynamicTest(name, () -> train(name)));
    }

    private void train(String name) throws IOException {
        StatedFigures stated = StatedFigures.of(name);
        CliFixture cli = copied(name);
        CliRun train = cli.run("train", name + ".experiment");
        assertThat(train.exitCode()).as(train.err()).isZero();
        CliRun evaluate = cli.run("evaluate", train.lastLine(), "--part", "test", "--json");
        assertThat(evaluate.exitCode()).as(evaluate.err()).isZero();

        double reached = evaluate.json().get(stated.metric()).getAsDouble();
        System.out.printf("%s: %s %.4f, stated %s%n", name, stated.metric(), reached, stated);
        assertThat(reached).isCloseTo(stated.reached(), within(OTHER_MACHINE)).isGreaterThan(stated.baseline());
        if (!Double.isNaN(stated.best())) {
            assertThat(reached).isLessThan(stated.best() + LUCK);
        }
        assertPredictsTheSame(cli, new RunFolder(Path.of(train.lastLine())));
    }

    /** Predicting the test part of the data set says what was kept of it when it was opened. */
    private void assertPredictsTheSame(CliFixture cli, RunFolder run) throws IOException {
        Path data = run.path().getParent().resolveSibling("data");
        Path again = run.path().resolveSibling("again.csv");
        CliRun predict = cli.run("predict", run.path().toString(), "--data", data.toString(), "--subset", "test", "--out",
                again.toString());
        assertThat(predict.exitCode()).as(predict.err()).isZero();
        assertThat(said(again)).isNotEmpty().isEqualTo(said(run.predictions()));
    }

    /** What is said of each sample of the test part, without what it is in truth. */
    private static List<List<String>> said(Path predictions) throws IOException {
        List<String[]> rows = Files.readAllLines(predictions).stream().map(line -> line.split(",", -1)).toList();
        List<Integer> columns = IntStream.range(0, rows.get(0).length)
                .filter(i -> SAID.matcher(rows.get(0)[i]).matches()).boxed().toList();
        return rows.stream().filter(row -> row[1].equals("test"))
                .map(row -> columns.stream().map(i -> row[i]).toList()).toList();
    }

    /**
     * An epoch on every twelfth sample, in this process: workers of their own take longer to start than to train. The network of
     * one has millions of weights, and a test of the window trains it on the real engine.
     */
    @TestFactory
    Stream<DynamicTest> opensWithoutAWarningAndTakesSomeSteps() {
        return StatedFigures.trained().stream().map(name -> DynamicTest.dynamicTest(name, () -> step(name)));
    }

    private void step(String name) throws IOException {
        CliFixture cli = copied(name);
        Path experiment = folder.resolve(name).resolve(name + ".experiment");
        assertThat(new ExperimentChecks(cli.experiments()).check(experiment, Progress.none()))
                .filteredOn(problem -> problem.severity() != Severity.ADVICE).isEmpty();
        if (name.equals(TRAINED_IN_THE_WINDOW)) {
            return;
        }
        thin(folder.resolve(name).resolve("data/samples.csv"));
        RunFolder run = new RunPreparation(cli.experiments(), Clock.systemUTC()).prepare(experiment, RunOptions.none().withEpochs(1),
                Progress.none());
        WorkerContext context = new WorkerContext(cli.experiments(), Libraries.installed(), new UserFolders(folder, folder),
                Clock.systemUTC());
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int exit = new WorkerMain(context, InputStream.nullInputStream(), out, signal -> {}).run("train", run.path().toString());

        RunRecord record = new RunRecordFile(run).read();
        assertThat(exit).as(record.message()).isZero();
        assertThat(record.state()).as(record.message()).isEqualTo(RunState.FINISHED);
        assertThat(Files.readString(run.evaluation())).contains(name.equals("lung-masses")
                ? "\"distance-unit\": \"pixels\"" : "\"part\": \"validation\"");
    }

    private CliFixture copied(String name) throws IOException {
        Path from = StatedFigures.examples().resolve(name);
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(path -> !path.startsWith(from.resolve("runs"))).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return CliFixture.withWorkers(to);
    }

    private static void thin(Path samples) throws IOException {
        List<String> lines = Files.readAllLines(samples);
        Files.write(samples, Stream.iterate(0, i -> i < lines.size(), i -> i + 1).filter(i -> i == 0 || i % EACH == 1)
                .map(lines::get).toList());
    }
}
