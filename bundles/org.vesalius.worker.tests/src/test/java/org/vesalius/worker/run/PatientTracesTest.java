// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.fixture.Child;
import org.vesalius.worker.fixture.SmallExperiment;

/** Patients' names are planted in the paths of images, and looked for in what a worker writes. */
@Timeout(120)
class PatientTracesTest {
    @TempDir
    private Path temp;

    @Test
    void aTrainingThatCantReadImagesTellsSamplesNotFiles() throws IOException, InterruptedException {
        SmallExperiment experiment = new SmallExperiment(temp);
        Path table;
        try (var files = Files.walk(temp)) {
            table = files.filter(file -> file.endsWith("samples.csv")).findFirst().orElseThrow();
        }
        Files.move(experiment.image(3), temp.resolve("images/Mueller3.png"));
        Files.move(experiment.image(4), temp.resolve("images/Mueller4.png"));
        String named = Files.readString(table).replaceAll("(?<=[,/])([34]\\.png)", "Mueller$1");
        assertThat(named).contains("Mueller3.png").contains("Mueller4.png");
        Files.writeString(table, named);
        RunFolder run = experiment.prepare();
        Files.delete(temp.resolve("images/Mueller3.png"));
        Files.write(temp.resolve("images/Mueller4.png"), new byte[0]);

        Process worker = Child.train(experiment, run);

        assertThat(worker.waitFor(100, TimeUnit.SECONDS)).isTrue();
        for (Path told : new Path[] {run.log(), run.events(), run.path().resolve("run.json")}) {
            assertThat(Files.readString(told)).as(told.getFileName().toString()).doesNotContain("Mueller");
        }
        assertThat(Files.readString(run.log())).contains("2 of 72 samples can't be read:", " is missing; ", " is empty.");
    }
}
