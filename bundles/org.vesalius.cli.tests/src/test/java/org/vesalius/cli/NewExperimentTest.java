// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;

class NewExperimentTest {

    @TempDir
    Path folder;

    private CliFixture cli;

    @BeforeEach
    void importSample() throws IOException {
        SampleProject.create(folder);
        cli = CliFixture.withExperiments(folder);
        assertThat(cli.run("dataset", "import", "images", "images", "--out", "data").exitCode()).isZero();
    }

    @Test
    void bindsWhatTheDataSetSuggestsAndPassesTheChecks() {
        Path file = folder.resolve("first.experiment");
        CliRun run = cli.run("experiment", "new", "--network", "cnn.network", "--dataset", "data", "--out", "first.experiment");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lastLine()).isEqualTo(file.toString());
        Experiment written = new ExperimentFiles().load(file);
        assertThat(written.getName()).isEqualTo("first");
        assertThat(written.getNetwork()).isEqualTo("cnn.network");
        assertThat(written.getBindings()).extracting(binding -> binding.getLayer() + "<" + binding.getColumn())
                .containsExactly("image<image", "finding<class");
        assertThat(cli.run("check", "first.experiment").exitCode()).isZero();
    }

    @Test
    void namesFilesFromItsFolderAndReplacesNothingUnasked() throws IOException {
        Files.createDirectories(folder.resolve("plans"));
        String[] command = {"experiment", "new", "--network", "cnn.network", "--dataset", "data", "--out", "plans/first.experiment"};

        assertThat(cli.run(command).exitCode()).isZero();
        assertThat(new ExperimentFiles().load(folder.resolve("plans/first.experiment")).getNetwork()).isEqualTo("../cnn.network");
        CliRun again = cli.run(command);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("exists", "--force");
    }

    @Test
    void saysWhatIsMissing() {
        CliRun run = cli.run("experiment", "new", "--network", "none.network", "--dataset", "data", "--out", "e.experiment");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("none.network");
        assertThat(folder.resolve("e.experiment")).doesNotExist();
    }
}
