// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.journal.Openings;
import org.vesalius.engine.Engines;
import org.vesalius.engine.fake.FakeEngine;
import org.vesalius.engine.fake.FakeRuns;
import org.vesalius.engine.fake.FakeWorker;
import org.vesalius.experiment.run.EvaluationQuestion;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.RunCommand;

class RunServiceTest {

    private static final Instant NOW = Instant.parse("2126-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private RunService service;

    @BeforeEach
    void createService() {
        service = serviceWithWorker(FakeWorker.class.getName());
    }

    @Test
    void runsAWorkerToItsEnd() throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());

        assertThat(run.awaitEnd()).isEqualTo(new RunEnd(RunState.FINISHED, ""));
        assertThat(run.folder().log()).content().contains("train", "threads 2");
        assertThat(run.folder().path()).hasParent(folder.resolve("runs"));
    }

    @Test
    void tellsWhatTheWorkerSaidWhenItFailed() throws IOException {
        RunEnd end = service.start(script("fail"), RunOptions.none()).awaitEnd();

        assertThat(end).isEqualTo(new RunEnd(RunState.FAILED, "the loss is no number any more"));
    }

    @Test
    void recordsARunAsLostWhoseWorkerEndedWithoutAWord() throws IOException {
        RunHandle run = service.start(script("die"), RunOptions.none());

        RunEnd end = run.awaitEnd();

        assertThat(end.state()).isEqualTo(RunState.LOST);
        assertThat(end.explanation()).contains("exit code 9");
        assertThat(RunStatus.of(run.folder()).record().message()).isEqualTo(end.explanation());
        assertThat(RunStatus.of(run.folder()).record().since()).isEqualTo(NOW);
    }

    @Test
    void recordsARunAsFailedWhoseWorkerNeverTookItOver() throws IOException {
        RunHandle run = service.start(script("refuse"), RunOptions.none());

        assertThat(run.awaitEnd().state()).isEqualTo(RunState.FAILED);
        assertThat(new RunRecordFile(run.folder()).read().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void recordsARunAsFailedWhoseWorkerHasNoMainClass() throws IOException {
        RunService broken = serviceWithWorker("org.vesalius.NoSuchClass");

        RunHandle run = broken.start(script("finish"), RunOptions.none());

        assertThat(run.awaitEnd().state()).isEqualTo(RunState.FAILED);
        assertThat(run.folder().log()).content().contains("NoSuchClass");
    }

    @Test
    void stopsAWorkerThatAnotherServiceStarted() throws IOException {
        RunHandle started = service.start(script("wait"), RunOptions.none());
        RunHandle attached = serviceWithWorker(FakeWorker.class.getName()).attach(takenOver(started)).orElseThrow();

        attached.send(RunCommand.STOP_NOW);

        assertThat(attached.awaitEnd()).isEqualTo(new RunEnd(RunState.STOPPED, "stop-now"));
        assertThat(started.awaitEnd().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void attachesToItsOwnRunWithTheSameHandle() throws IOException {
        RunHandle started = service.start(script("wait"), RunOptions.none());

        assertThat(service.attach(started.folder())).containsSame(started);

        started.send(RunCommand.STOP);
        started.awaitEnd();
    }

    @Test
    void attachesToNoRunThatHasEnded() throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());
        run.awaitEnd();

        assertThat(serviceWithWorker(FakeWorker.class.getName()).attach(run.folder())).isEmpty();
    }

    @Test
    void takesALostRunUpAgain() throws IOException {
        RunFolder run = service.start(script("die"), RunOptions.none()).folder();
        awaitEndOf(run);
        Files.writeString(run.experiment(), "finish");

        assertThat(service.resume(run).awaitEnd().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void resumesNoFinishedRun() throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());
        run.awaitEnd();

        assertThatThrownBy(() -> service.resume(run.folder())).isInstanceOf(ReportedException.class);
    }

    @Test
    void leavesNoRunFolderWhenTheDeviceCannotBeUsed() throws IOException {
        Path experiment = script("finish");

        assertThatThrownBy(() -> service.start(experiment, RunOptions.none().withDevice("gpu")))
                .isInstanceOf(ReportedException.class).hasMessageContaining("compute capability");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void findsRunsNewestFirstAndNamesDamagedOnes() throws IOException {
        RunHandle first = service.start(script("finish"), RunOptions.none());
        first.awaitEnd();
        RunHandle second = service.start(script("die"), RunOptions.none());
        second.awaitEnd();
        Path damaged = Files.createDirectories(folder.resolve("runs/damaged"));
        Files.writeString(damaged.resolve(RunFolder.RECORD), "{");

        RunListing listing = service.find(folder.resolve("runs"));

        assertThat(listing.runs()).extracting(RunSummary::folder).containsExactly(second.folder(), first.folder());
        assertThat(listing.runs()).extracting(run -> run.status().state()).containsExactly(RunState.LOST,
                RunState.FINISHED);
        assertThat(listing.damaged()).singleElement().extracting(e -> e.where().orElseThrow())
                .isEqualTo(damaged.resolve(RunFolder.RECORD));
    }

    @Test
    void findsNoRunsWhereThereIsNoFolder() {
        assertThat(service.find(folder.resolve("nowhere")).runs()).isEmpty();
    }

    @Test
    void asksAWorkerForAnEvaluation() throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());
        run.awaitEnd();

        JsonObject answer = service.evaluate(run.folder(), EvaluationQuestion.of(Subset.TEST), Progress.none());

        assertThat(answer.get("auc").getAsDouble()).isEqualTo(0.75);
        assertThat(run.folder().log()).content().contains("evaluate", "--subset, test");
    }

    @Test
    void theTestPartIsOpenedWithARecordAndWhatCameOfItStays() throws IOException {
        RunFolder run = trained();
        EvaluationQuestion question = new EvaluationQuestion(Subset.TEST, " final figures ", Optional.empty());

        assertThat(service.evaluate(run, EvaluationQuestion.of(Subset.VALIDATION), Progress.none()).has("opening")).isFalse();
        assertThat(folder.resolve("data/journal.jsonl")).doesNotExist();
        JsonObject first = service.evaluate(run, question, Progress.none());
        JsonObject second = service.evaluate(run, question, Progress.none());

        assertThat(first.get("auc").getAsDouble()).isEqualTo(0.75);
        assertThat(first.getAsJsonObject("opening").get("number").getAsInt()).isEqualTo(1);
        assertThat(second.getAsJsonObject("opening").get("number").getAsInt()).isEqualTo(2);
        assertThat(Openings.of(folder.resolve("data")).all()).hasSize(2).allMatch(opening -> opening.run().equals(run.name())
                && opening.at().equals(NOW) && opening.purpose().equals("final figures"));
        assertThat(run.predictions()).hasContent("kept");
        assertThat(Files.readString(run.evaluation())).contains("\"kept\": 1", "\"number\": 2").doesNotContain("\"dataset\"");
    }

    /** Not even asked is the worker, which could tell somebody else. */
    @Test
    void withoutARecordTheTestPartStaysShut() throws IOException {
        RunFolder run = trained();
        Files.delete(folder.resolve("data/dataset.json"));

        assertThatThrownBy(() -> service.evaluate(run, EvaluationQuestion.of(Subset.TEST), Progress.none()))
                .hasMessageContaining("Its test part stays shut");
        assertThat(Files.readString(run.log())).doesNotContain("evaluate");
        assertThat(run.evaluation()).doesNotExist();
    }

    @Test
    void aWorkerThatFailsOpensNothing() throws IOException {
        RunFolder run = trained();
        Files.writeString(run.experiment(), "fail");

        assertThatThrownBy(() -> service.evaluate(run, EvaluationQuestion.of(Subset.TEST), Progress.none())).hasMessage("no model yet");
        assertThat(Openings.of(folder.resolve("data")).all()).isEmpty();
    }

    @Test
    void predictingTestSamplesIsAnOpening() throws IOException {
        RunFolder run = trained();
        Path data = folder.resolve("data");

        service.predict(run, PredictionQuestion.ofDataset(data, Optional.of(Subset.TRAIN)), folder.resolve("out.csv"), Progress.none());
        assertThat(Openings.of(data).all()).isEmpty();
        service.predict(run, PredictionQuestion.ofDataset(data, Optional.empty()), folder.resolve("out.csv"), Progress.none());
        assertThat(Openings.of(data).all()).singleElement().extracting(Openings.Opening::act).isEqualTo("predict");
    }

    @Test
    void aTestPartWithoutSamplesIsNotOpened() throws IOException {
        RunFolder run = trained("train", "validation");

        assertThatThrownBy(() -> service.evaluate(run, EvaluationQuestion.of(Subset.TEST), Progress.none()))
                .hasMessage("The data set of the run has no test samples.");
        assertThat(Openings.of(folder.resolve("data")).all()).isEmpty();
        assertThat(run.evaluation()).doesNotExist();
    }

    private void predicts(RunFolder run, Path data) {
        service.predict(run, PredictionQuestion.ofDataset(data, Optional.empty()), folder.resolve("out.csv"), Progress.none());
    }

    private Dataset like(String age, String part) {
        return new Dataset(folder.resolve("copy"), "d", folder.resolve("copy"),
                List.of(Column.number("age", ColumnRole.INPUT, ""), Column.text("part", ColumnRole.SUBSET)),
                List.of(new Sample("test-1", Map.of("age", age, "part", part))));
    }

    @Test
    void testSamplesPredictedFromTheCopyInTheRunAreAnOpening() throws IOException {
        RunFolder run = trained();

        predicts(run, run.dataset());

        assertThat(Openings.of(folder.resolve("data")).all()).hasSize(1);
        assertThat(Openings.of(run.dataset()).all()).isEmpty();
    }

    @Test
    void testSamplesPredictedFromACopyAreAnOpeningWhateverTheyAreCalledThere() throws IOException {
        RunFolder run = trained();
        new DatasetFiles().save(like("1", "train"));

        predicts(run, folder.resolve("copy"));
        assertThat(Openings.of(folder.resolve("data")).all()).hasSize(1);
        assertThat(Openings.of(folder.resolve("copy")).all()).isEmpty();

        new DatasetFiles().save(like("1", "test"));
        predicts(run, folder.resolve("copy"));
        assertThat(Openings.of(folder.resolve("data")).all()).hasSize(2);
        assertThat(Openings.of(folder.resolve("copy")).all()).hasSize(1);

        new DatasetFiles().save(like("2", "test"));
        predicts(run, folder.resolve("copy"));
        assertThat(Openings.of(folder.resolve("data")).all()).as("another sample of that name").hasSize(2);
        assertThat(Openings.of(folder.resolve("copy")).all()).hasSize(2);
    }

    private RunFolder trained() throws IOException {
        return trained("train", "validation", "test");
    }

    /** A run that ended, of a data set with a sample in each part. */
    private RunFolder trained(String... parts) throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());
        run.awaitEnd();
        Dataset dataset = new Dataset(folder.resolve("data"), "d", folder.resolve("data"),
                List.of(Column.number("age", ColumnRole.INPUT, ""), Column.text("part", ColumnRole.SUBSET)),
                Stream.of(parts).map(part -> new Sample(part + "-1", Map.of("age", "1", "part", part))).toList());
        new DatasetFiles().save(dataset);
        new DatasetFiles().freeze(dataset.movedTo(run.folder().dataset()), dataset.folder(), ProjectFolder.of(folder));
        return run.folder();
    }

    @Test
    void reportsTheErrorOfTheWorker() throws IOException {
        RunHandle run = service.start(script("fail"), RunOptions.none());
        run.awaitEnd();

        assertThatThrownBy(() -> service.predict(run.folder(), PredictionQuestion.ofFiles(List.of(folder.resolve("a.png"))),
                folder.resolve("out.csv"), Progress.none())).isInstanceOfSatisfying(ReportedException.class, e -> {
                    assertThat(e).hasMessage("no model yet");
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
                    assertThat(e.remedy()).isEqualTo("train first");
                });
    }

    @Test
    void namesNoImageAmongTheArgumentsOfTheWorker() throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());
        run.awaitEnd();

        Path second = folder.resolve("smith-ann.png");
        JsonObject answer = service.predict(run.folder(), PredictionQuestion.ofFiles(List.of(folder.resolve("smith-john.png"), second)),
                folder.resolve("out.csv"), Progress.none());

        assertThat(run.folder().log()).content().contains("predict", "--out").doesNotContain("smith");
        assertThat(answer.get("rows").getAsInt()).isEqualTo(2);
        JsonObject unreadable = answer.getAsJsonArray("unreadable").get(0).getAsJsonObject();
        assertThat(unreadable.get("sample").getAsString()).isEqualTo(second.toString());
        assertThat(unreadable.get("reason").getAsString()).isEqualTo("is empty");
    }

    @Test
    void explainsAWorkerThatGivesNoAnswer() throws IOException {
        RunHandle run = service.start(script("die"), RunOptions.none());
        run.awaitEnd();

        assertThatThrownBy(() -> service.evaluate(run.folder(), EvaluationQuestion.of(Subset.TEST), Progress.none()))
                .hasMessageContaining("exit code 9");
    }

    @Test
    void tellsWhatAQuestionWaitsForAndEndsItWhenItIsCancelled() throws IOException {
        RunHandle run = service.start(script("finish"), RunOptions.none());
        run.awaitEnd();
        Files.writeString(run.folder().experiment(), "wait");
        List<String> told = new ArrayList<>();
        Progress cancelledWhenTold = new Progress() {
            @Override
            public void begin(String task, long total) {
                told.add(task);
            }

            @Override
            public void advance(long done) {
                // its length is unknown
            }

            @Override
            public boolean cancelled() {
                return !told.isEmpty();
            }
        };

        assertThatThrownBy(() -> service.evaluate(run.folder(), EvaluationQuestion.of(Subset.TEST), cancelledWhenTold))
                .isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly("Waiting for others.");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private RunService serviceWithWorker(String mainClass) {
        return new RunService(new Engines(List.of(new FakeEngine())), new FakeRuns(folder.resolve("runs")),
                new WorkerLauncher(mainClass), List.of(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path script(String word) throws IOException {
        return Files.writeString(folder.resolve("fake.experiment"), word);
    }

    private void awaitEndOf(RunFolder run) {
        service.attach(run).ifPresent(RunHandle::awaitEnd);
    }

    private static RunFolder takenOver(RunHandle run) {
        RunRecordFile record = new RunRecordFile(run.folder());
        while (record.read().state() != RunState.RUNNING) {
            assertThat(record.read().state().live()).as("the run is live").isTrue();
            Thread.onSpinWait();
        }
        return run.folder();
    }
}
