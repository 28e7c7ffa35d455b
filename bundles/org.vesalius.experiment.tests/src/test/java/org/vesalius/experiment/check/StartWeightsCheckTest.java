// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.StartWeights;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.network.weights.WeightsFile;

/** The network has one layer with weights: unit, 64 inputs, one output. */
class StartWeightsCheckTest {
    @TempDir
    private Path temp;
    private SmallProject project;

    @BeforeEach
    void writeTheProject() throws IOException {
        project = new SmallProject(temp).with(settings -> settings.setStartWeights("start.safetensors"));
    }

    @Test
    void fittingWeightsAreFrozenWithTheRun() throws IOException {
        save("unit", 64);
        assertThat(problems()).isEmpty();

        RunFolder run = new RunPreparation(ExperimentContext.standard(), Clock.systemUTC()).prepare(project.file(),
                RunOptions.none(), Progress.none());
        Files.delete(temp.resolve("start.safetensors"));
        StartWeights frozen = StartWeights.of(new ExperimentLoader(ExperimentContext.standard()).load(run.experiment()))
                .orElseThrow();
        assertThat(frozen.weights().count()).isEqualTo(65);
        assertThat(frozen.fresh()).isEmpty();
    }

    @Test
    void aMissingFileIsNamedAndCanBeLeftOut() {
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            problem.fixes().get(0).apply();
        });
        assertThat(problems()).isEmpty();
    }

    @Test
    void anotherShapeIsToldWithBothShapes() {
        save("unit", 63);
        assertThat(problems()).singleElement().extracting(Problem::message).asString().contains("'unit'", "64\u00d71",
                "63\u00d71");
    }

    @Test
    void theWeightsOfAnotherNetworkAreRefused() {
        save("elsewhere", 64);
        assertThat(problems()).singleElement().extracting(Problem::message).asString().contains("another network");
    }

    private void save(String layer, int inputs) {
        new WeightsFile(temp.resolve("start.safetensors")).save(NetworkWeights.builder()
                .put(layer, "kernel", new WeightTensor(List.of(inputs, 1), new float[inputs]))
                .put(layer, "bias", WeightTensor.of(new float[1], 1)).build());
    }

    private List<Problem> problems() {
        return new ExperimentChecks(ExperimentContext.standard()).check(project.experiment(), project.file(), Progress.none())
                .problems().stream()
                .filter(problem -> problem.checkId().equals("experiment.start-weights")).toList();
    }
}
