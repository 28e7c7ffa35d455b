// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.journal.Openings;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.prepare.RunPreparation;

class TestPartTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path temp;
    private Path project;
    private SmallProject small;
    private RunFolder run;

    @BeforeEach
    void prepareARun() throws IOException {
        project = Files.createDirectory(temp.resolve("project"));
        Files.createFile(project.resolve(".project"));
        small = new SmallProject(project);
        run = new RunPreparation(ExperimentContext.standard(), Clock.systemUTC()).prepare(small.file(), RunOptions.none(), Progress.none());
    }

    @Test
    void eachOpeningIsALineOfTheJournalAndCounted() throws IOException {
        TestPart part = new TestPart(run);
        Path dataset = part.dataset(Optional.empty());
        assertThat(dataset).isEqualTo(project.resolve("data"));
        assertThat(part.open(dataset, NOW, TestPart.EVALUATE, "the paper's figures")).isEqualTo(1);
        assertThat(part.open(dataset, NOW.plusSeconds(60), TestPart.PREDICT, "")).isEqualTo(2);

        assertThat(Files.readAllLines(dataset.resolve("journal.jsonl"))).containsExactly(
                "{\"kind\":\"opening\",\"at\":\"2026-03-01T10:00:00Z\",\"user\":\"" + System.getProperty("user.name") + "\",\"run\":\""
                        + run.name() + "\",\"act\":\"evaluate\",\"purpose\":\"the paper's figures\"}",
                "{\"kind\":\"opening\",\"at\":\"2026-03-01T10:01:00Z\",\"user\":\"" + System.getProperty("user.name") + "\",\"run\":\""
                        + run.name() + "\",\"act\":\"predict\",\"purpose\":\"\"}");
        assertThat(Openings.of(dataset).all()).extracting(Openings.Opening::purpose).containsExactly("the paper's figures", "");
    }

    /** What a later version adds to the journal, or waivers in it, are no openings. */
    @Test
    void otherEntriesDontCount() throws IOException {
        Files.writeString(project.resolve("data/journal.jsonl"), """
                {"kind":"waiver","at":"2026-01-01T00:00:00Z","check":"dataset.duplicate","reason":"looked at"}
                {"kind":"opening","at":"yesterday","run":"r"}
                """);

        assertThat(new TestPart(run).open(project.resolve("data"), NOW, TestPart.EVALUATE, "")).isEqualTo(2);
    }

    @Test
    void aProjectMovesWithItsJournal() throws IOException {
        Path moved = Files.move(project, temp.resolve("elsewhere"));

        assertThat(new TestPart(new RunFolder(moved.resolve("runs").resolve(run.name()))).dataset(Optional.empty()))
                .isEqualTo(moved.resolve("data"));
    }

    @Test
    void aDatasetThatIsGoneKeepsItsTestPartShutUntilItIsSaidWhereItIs() throws IOException {
        Path moved = Files.move(project.resolve("data"), temp.resolve("archive"));

        refused(Optional.empty(), "The data set that the run was trained on isn't there any more. Its test part stays shut, for its"
                + " journal is to record who opens it.");
        assertThat(new TestPart(run).dataset(Optional.of(moved))).isEqualTo(moved);
    }

    /** The copy in a run, this one or another, keeps no record of its own. */
    @Test
    void theCopyInARunLeadsToTheDatasetItWasMadeOf() throws IOException {
        RunFolder other = new RunPreparation(ExperimentContext.standard(), Clock.systemUTC()).prepare(small.file(), RunOptions.none(),
                Progress.none());
        Path data = project.resolve("data");
        assertThat(new TestPart(run).dataset(Optional.of(run.dataset()))).isEqualTo(data);
        assertThat(new TestPart(run).dataset(Optional.of(other.dataset()))).isEqualTo(data);

        Files.move(data, temp.resolve("archive"));
        refused(Optional.of(run.dataset()), "The data set that the run was trained on isn't there any more. Its test part stays shut,"
                + " for its journal is to record who opens it.");
        forgetOrigin();
        refused(Optional.of(run.dataset()), "The data set that the run was trained on isn't there any more. Its test part stays shut,"
                + " for its journal is to record who opens it.");
    }

    @Test
    void theJournalOfAnotherDatasetIsNone() throws IOException {
        Path other = Files.createDirectory(temp.resolve("other"));
        Files.copy(project.resolve("data/dataset.json"), other.resolve("dataset.json"));
        // s6 and s7 are the test samples
        Files.writeString(other.resolve("samples.csv"), Files.readString(project.resolve("data/samples.csv"))
                .replace("s6,", "x6,"));

        refused(Optional.of(other), "This is another data set than the run was trained on: 1 of 2 test samples isn't in it. The test"
                + " part stays shut.");
        assertThat(other.resolve("journal.jsonl")).doesNotExist();
    }

    @Test
    void aJournalThatCantBeWrittenKeepsItShut() throws IOException {
        Files.createDirectory(project.resolve("data/journal.jsonl"));

        refused(Optional.empty(), "The journal of the data set can't be written.");
    }

    @Test
    void aRunOfAnEarlierVersionIsOfTheDatasetOfTheExperimentBesideIt() throws IOException {
        forgetOrigin();
        assertThat(new DatasetFiles().origins(run.dataset())).isEmpty();

        assertThat(new TestPart(run).dataset(Optional.empty())).isEqualTo(project.resolve("data"));
    }

    @Test
    void aPartWithoutSamplesIsNone() throws IOException {
        Path samples = run.dataset().resolve(DatasetFiles.SAMPLES);
        Files.writeString(samples, Files.readString(samples).replace("test", "train"));

        assertThat(new TestPart(run).exists()).isFalse();
    }

    @Test
    void aFoldHeldOutIsNoTestPart() throws IOException {
        CrossValidation folds = ExperimentFactory.eINSTANCE.createCrossValidation();
        folds.setColumn("age");
        small.experiment().setFolds(folds);
        small.save();
        RunFolder fold = new RunPreparation(ExperimentContext.standard(), Clock.systemUTC()).prepare(small.file(),
                RunOptions.none().withFold("40"), Progress.none());

        assertThat(new TestPart(run).exists()).isTrue();
        assertThat(new TestPart(fold).exists()).isFalse();
        // and of its ten samples that aren't in the test part none is
        assertThat(new DatasetFiles().load(fold.dataset()).samples()).hasSize(10);
        assertThat(new DatasetFiles().load(fold.dataset()).samples(Subset.TEST)).singleElement().extracting(Sample::id).isEqualTo("s0");
    }

    /** As runs of earlier versions, which don't say it. */
    private void forgetOrigin() throws IOException {
        Path manifest = run.dataset().resolve(DatasetFiles.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replaceAll("  \"origin.*\\n", ""));
    }

    private void refused(Optional<Path> said, String message) {
        assertThatThrownBy(() -> new TestPart(run).dataset(said)).isInstanceOf(ReportedException.class).hasMessage(message);
    }
}
