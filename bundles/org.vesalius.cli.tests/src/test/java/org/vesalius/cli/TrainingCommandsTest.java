// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.RunFolder;

class TrainingCommandsTest {

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void createCommandLine() {
        cli = CliFixture.withScripts(folder);
    }

    @Test
    void printsEachEpochAndNamesTheRunFolderLast() throws IOException {
        CliRun run = cli.run("train", cli.script("finish"), "--epochs", "3", "--runs", "elsewhere");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Epoch 1/3  loss 0.5000  accuracy 0.750  | validation loss 0.6000", "Epoch 3/3");
        assertThat(Path.of(run.lastLine())).hasParent(folder.resolve("elsewhere"));
        assertThat(new RunFolder(Path.of(run.lastLine())).exists()).isTrue();
        assertThat(run.errors()).as(run.err()).isZero();
    }

    @Test
    void printsOneJsonDocument() throws IOException {
        CliRun run = cli.run("train", cli.script("finish"), "--json");

        assertThat(run.json().get("state").getAsString()).isEqualTo("FINISHED");
        assertThat(run.json().getAsJsonArray("epochs")).hasSize(2);
        assertThat(Path.of(run.json().get("run").getAsString())).isDirectory();
        assertThat(run.err()).contains("Epoch 2/2");
    }

    @Test
    void aFailedTrainingSaysWhyAndWhere() throws IOException {
        CliRun run = cli.run("train", cli.script("fail"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.errors()).isEqualTo(1);
        assertThat(run.err()).contains("the loss is no number any more", "where: " + folder.resolve("runs"),
                "remedy:", "vesalius resume", "log.txt");
    }

    /** A run keeps its settings, so that it would diverge again. */
    @Test
    void aTrainingThatDivergedIsNotToBeResumed() throws IOException {
        CliRun run = cli.run("train", cli.script("diverge"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("Training diverged.", "vesalius train", "log.txt")
                .doesNotContain("vesalius resume");
    }

    @Test
    void aFailureKeepsItsKind() throws IOException {
        CliRun run = cli.run("train", cli.script("unreadable"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).isEqualTo(1);
        // the worker said what to do, which is not always to resume
        assertThat(run.err()).contains("remedy: log.txt in the run folder").doesNotContain("Remove the cause");
    }

    @Test
    void aFailureIsJsonToo() throws IOException {
        CliRun run = cli.run("train", cli.script("fail"), "--json");

        assertThat(run.json().getAsJsonObject("error").get("kind").getAsString()).isEqualTo("TRAINING_FAILED");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void aKilledWorkerIsExplained() throws IOException {
        CliRun run = cli.run("train", cli.script("SIGKILL"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("SIGKILL", "twice", "vesalius resume");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void aLostWorkerIsStartedAgainAndTheRunFollowedToItsEnd() throws IOException {
        CliRun run = cli.run("train", cli.script("SIGSEGV finish"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("warning: The worker crashed in native code (SIGSEGV)", "(restart 1 of 2)");
        assertThat(run.out()).contains("FINISHED");
        assertThat(Path.of(run.lastLine())).isEqualTo(onlyRun());
    }

    @Test
    void ctrlCStopsTheRunWithItsWeightsKept() throws IOException {
        CliRun run = cli.pressingCtrlC(1).run("train", cli.script("wait"));

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.out()).contains("STOPPED: stop\n");
        assertThat(Path.of(run.lastLine())).isDirectory();
    }

    @Test
    void aSecondCtrlCStopsTheRunAtOnce() throws IOException {
        CliRun run = cli.pressingCtrlC(2).run("train", cli.script("wait"));

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.out()).contains("STOPPED: stop-now\n");
    }

    @Test
    void aDeviceThatCannotBeUsedIsRefusedWithItsReason() throws IOException {
        CliRun run = cli.run("train", cli.script("finish"), "--device", "gpu");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("compute capability 2.0 is too low");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anEngineThatIsMissingIsRefusedWithTheInstalledOnes() throws IOException {
        CliRun run = cli.run("train", cli.script("finish"), "--engine", "abacus");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("abacus", "Use one of: fake");
    }

    @Test
    void resumesALostRun() throws IOException {
        cli.run("train", cli.script("die"));
        Path lost = onlyRun();
        Files.writeString(lost.resolve(RunFolder.EXPERIMENT), "finish");

        CliRun run = cli.run("resume", "runs/" + lost.getFileName());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lastLine()).isEqualTo(lost.toString());
        assertThat(run.lines()).filteredOn(line -> line.startsWith("Epoch 1/2")).hasSize(1);
    }

    @Test
    void resumesNoCompleteRunAndNoOtherFolder() throws IOException {
        String complete = cli.run("train", cli.script("finish")).lastLine();

        assertThat(cli.run("resume", complete).exitCode()).isEqualTo(3);
        CliRun noRun = cli.run("resume", ".");
        assertThat(noRun.exitCode()).isEqualTo(3);
        assertThat(noRun.errors()).isEqualTo(1);
        assertThat(noRun.err()).contains("where: " + folder);
    }

    @Test
    void evaluatesAPartWithItsCounts() throws IOException {
        String complete = cli.run("train", cli.script("finish")).lastLine();

        CliRun text = cli.run("evaluate", complete, "--subset", "test");
        CliRun json = cli.run("evaluate", complete, "--part", "test", "--json");

        assertThat(text.out()).contains("test: AUC 0.7500", "specificity unknown", "(n = 3: 1 clear, 2 opacity; 3 pat");
        assertThat(json.json().keySet()).contains("loss", "accuracy", "auc", "sensitivity", "specificity", "confusion",
                "n");
    }

    /** Its worker outlives the command, and would train at any time later although nobody waits for it any more. */
    @Test
    void aRunThatWaitsForItsDeviceGivesUpItsPlaceWhenTheCommandIsToldToEnd() throws IOException {
        CliRun run = cli.toldToEnd().run("train", cli.script("queue"));

        assertThat(run.err()).contains("gives up its place in the queue");
        assertThat(run.out()).contains("STOPPED");
    }

    @Test
    void predictsImages() throws IOException {
        String complete = cli.run("train", cli.script("finish")).lastLine();

        CliRun run = cli.run("predict", complete, "a.png", "--out", "out.csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lastLine()).isEqualTo(folder.resolve("out.csv").toString());
    }

    @Test
    void handsOnWhatTheWorkerReports() throws IOException {
        cli.run("train", cli.script("fail"));

        CliRun run = cli.run("evaluate", onlyRun().toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("error: no model yet", "where: /run", "remedy: train first");
    }

    /** The run ends in spite of it, as one in its last batch does. */
    @Test
    void ctrlCAtTheEndOfAFoldKeepsTheNextOnesFromBeginning() throws IOException {
        importSamples();

        CliRun run = cli.pressingCtrlC(1).run("train", "sample.experiment", "--folds", "--fold-column", "class", "--json");

        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.json().getAsJsonArray("runs")).hasSize(1);
        assertThat(run.json().getAsJsonArray("runs").get(0).getAsJsonObject().get("state").getAsString()).isEqualTo("FINISHED");
        assertThat(run.err()).contains("Fold clear (1 of 2) is held out.", "--fold NAME", "vesalius evaluate")
                .doesNotContain("Fold opacity");
    }

    /** These runs can't be measured. */
    @Test
    void anErrorAfterFoldsKeepsTheirReports() throws IOException {
        importSamples();

        CliRun run = cli.run("train", "sample.experiment", "--folds", "--fold-column", "class", "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.json().getAsJsonArray("runs")).hasSize(2);
        assertThat(run.json().getAsJsonObject("error").get("message").getAsString()).startsWith("All folds: ");
    }

    @Test
    void anErrorNamesItsFold() throws IOException {
        importSamples();

        CliRun run = cli.run("train", "sample.experiment", "--folds", "--fold-column", "class", "--device", "gpu", "--json");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().getAsJsonArray("runs")).isEmpty();
        assertThat(run.json().getAsJsonObject("error").get("message").getAsString()).startsWith("Fold clear: ");
    }

    @Test
    void severalRunsAreMeasuredOnTheirTestSubsetsOnly() throws IOException {
        String one = cli.run("train", cli.script("finish")).lastLine();

        CliRun run = cli.run("evaluate", one, one, "--subset", "validation");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("on the folds held out only");
    }

    private void importSamples() throws IOException {
        SampleProject.create(folder);
        assertThat(cli.run("dataset", "import", "images", "images", "--out", "data").exitCode()).isZero();
    }

    private Path onlyRun() throws IOException {
        try (var runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }
}
