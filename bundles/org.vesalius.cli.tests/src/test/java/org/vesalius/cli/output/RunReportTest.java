// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;

class RunReportTest {

    @TempDir
    private Path temp;

    @Test
    void saysHowManyOfTheCountedSamplesWereLeftOut() {
        assertThat(report(2).lines()).contains("2 of these can't be read and were left out.");
        assertThat(report(0).lines()).noneMatch(line -> line.contains("left out"));
    }

    @Test
    void countsHowOftenTheWorkerWasStartedAgain() {
        Notice restart = new Notice(Instant.EPOCH, Severity.WARNING, "worker.restarted", "crashed");
        RunSnapshot snapshot = RunSnapshot.of(RunState.FINISHED);

        assertThat(new RunReport(new RunFolder(temp), snapshot.with(List.of(restart, restart))).toJson()
                .get("restarts").getAsInt()).isEqualTo(2);
        assertThat(new RunReport(new RunFolder(temp), snapshot).toJson().get("restarts").getAsInt()).isZero();
    }

    @Test
    void samplesWithoutAValueAreCountedBySubset() {
        RunStarted started = new RunStarted(Instant.EPOCH, 1, 1, 1, 1, 1, 2, Map.of("train", 4));
        RunReport report = new RunReport(new RunFolder(temp), RunSnapshot.of(RunState.FINISHED).with(started));

        assertThat(report.toJson().getAsJsonObject("incomplete").get("train").getAsInt()).isEqualTo(4);
        assertThat(started.leftOutWords()).isEqualTo("; 2 samples left out as unreadable; 4 samples left out for a missing"
                + " value (4 of 'train')");
    }

    @Test
    void aTestPartStaysShutWhereThereIsOne() throws IOException {
        String shut = "The test part stays shut until `vesalius evaluate RUN --part test` opens it.";
        Files.writeString(new RunFolder(temp).evaluation(), "{\"format\": 2}");

        assertThat(report(0, "train", "test").lines()).contains(shut);
        assertThat(report(0, "train", "validation").lines()).doesNotContain(shut);
    }

    private RunReport report(int leftOut) {
        return report(leftOut, "train");
    }

    private RunReport report(int leftOut, String... parts) {
        RunFolder folder = new RunFolder(temp);
        List<Column> columns = List.of(Column.label("class", List.of("clear", "opacity")),
                Column.text("part", ColumnRole.SUBSET));
        new DatasetFiles().save(new Dataset(folder.dataset(), "data", temp, columns,
                Stream.of(parts).map(part -> new Sample(part + "-1", Map.of("class", "clear", "part", part))).toList()));
        return new RunReport(folder, RunSnapshot.of(RunState.FINISHED)
                .with(new RunStarted(Instant.EPOCH, 1, 1, 1, 1, 1, leftOut)));
    }
}
