// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.journal.Waivers.Waiver;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.check.InvalidExperiment;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecordFile;

/** An image of the training subset stands in the test subset too. */
class WaiverTest {
    private static final String DUPLICATE = "dataset.duplicate";
    private static final String FINDING = "1 sample has the very same image as one in another subset; the first are s6 and s8.";

    @TempDir
    private Path temp;
    private SmallProject project;

    @BeforeEach
    void copyAnImage() throws IOException {
        project = new SmallProject(temp);
        copy(8, 6);
    }

    @Test
    void aDuplicateHoldsTheTrainingBack() {
        assertThatThrownBy(() -> prepare(RunOptions.none())).isInstanceOfSatisfying(InvalidExperiment.class, e -> {
            assertThat(e).hasMessage(FINDING);
            assertThat(e.remedy()).contains("--waive dataset.duplicate='reason'");
        });
        assertThat(temp.resolve("runs")).doesNotExist();
        assertThat(journal()).doesNotExist();
    }

    @Test
    void aReasonGoesIntoTheRunAndTheJournal() throws IOException {
        RunFolder run = prepare(RunOptions.none().withWaiver(DUPLICATE, "both are phantoms"));

        Waiver waiver = new Waiver(DUPLICATE, "image", FINDING, "both are phantoms");
        assertThat(new RunRecordFile(run).read().waivers()).containsExactly(waiver);
        assertThat(Files.readAllLines(journal())).singleElement().satisfies(line -> assertThat(JsonParser.parseString(line))
                .isEqualTo(JsonParser.parseString("{'kind': 'waiver', 'at': '2026-11-23T18:45:07Z', 'check': 'dataset.duplicate',"
                        + "'subject': 'image', 'finding': '" + FINDING + "', 'reason': 'both are phantoms'}")));
    }

    @Test
    void itHoldsWhileTheFindingStaysTheSame() throws IOException {
        prepare(RunOptions.none().withWaiver(DUPLICATE, "both are phantoms"));

        assertThat(found()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.explanation()).startsWith("Waived: both are phantoms\n");
        });
        assertThat(new RunRecordFile(prepare(RunOptions.none().withSeed(7))).read().waivers()).extracting(Waiver::reason)
                .containsExactly("both are phantoms");

        copy(10, 7);
        assertThat(found()).extracting(Problem::severity).containsExactly(Severity.ERROR);
        assertThatThrownBy(() -> prepare(RunOptions.none().withSeed(8))).isInstanceOf(InvalidExperiment.class);
    }

    @Test
    void aNewReasonTakesThePlaceOfTheFirst() throws IOException {
        prepare(RunOptions.none().withWaiver(DUPLICATE, "both are phantoms"));
        RunFolder run = prepare(RunOptions.none().withSeed(7).withWaiver(DUPLICATE, "one was copied"));

        assertThat(new RunRecordFile(run).read().waivers()).extracting(Waiver::reason).containsExactly("one was copied");
        assertThat(Files.readAllLines(journal())).hasSize(2).last().asString().contains("one was copied");
        assertThat(found()).singleElement().satisfies(problem -> assertThat(problem.explanation()).startsWith("Waived: one was copied\n"));
    }

    @Test
    void whatNobodyFoundOrNoReasonIsNoWaiver() {
        assertThatThrownBy(() -> prepare(RunOptions.none().withWaiver("dataset.dublicate", "a slip")))
                .isInstanceOf(ReportedException.class).hasMessageContaining("'dataset.dublicate'");
        assertThatThrownBy(() -> prepare(RunOptions.none().withWaiver(DUPLICATE, " "))).isInstanceOf(ReportedException.class)
                .hasMessageContaining("No reason");
        assertThat(journal()).doesNotExist();
    }

    @Test
    void aDamagedJournalIsTold() throws IOException {
        for (String damaged : List.of("{", "[]", "{\"kind\": {}}", "7", "{}", "{\"kind\": null}", "null")) {
            Files.writeString(journal(), damaged);

            assertThatThrownBy(() -> prepare(RunOptions.none())).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("journal");
        }
    }

    private List<Problem> found() {
        return new ExperimentChecks(ExperimentContext.standard()).check(project.file(), Progress.none()).stream()
                .filter(problem -> problem.checkId().equals(DUPLICATE)).toList();
    }

    private void copy(int from, int to) throws IOException {
        Files.copy(image(from), image(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path image(int number) {
        return temp.resolve("images").resolve(number + ".png");
    }

    private Path journal() {
        return temp.resolve("data").resolve("journal.jsonl");
    }

    private RunFolder prepare(RunOptions options) {
        return new RunPreparation(ExperimentContext.standard(), Clock.fixed(Instant.parse("2026-11-23T18:45:07Z"), ZoneOffset.UTC))
                .prepare(project.file(), options, Progress.none());
    }
}
