// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.OutsideFiles;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.analysis.TrainingScale;
import org.vesalius.network.check.ClassesCheck;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.check.NetworkChecks;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** What a designer learns from the experiments of a project about the network it shows. */
class NetworkUseTest {
    @TempDir
    private Path folder;
    private SmallProject project;
    private Path network;
    private List<Path> experiments;

    @BeforeEach
    void writeTheProject() throws IOException {
        project = new SmallProject(folder).with(settings -> {
            settings.setBatchSize(8);
            settings.setOptimizer(ExperimentFactory.eINSTANCE.createSgd());
        });
        network = folder.resolve("small.network");
        experiments = List.of(folder.resolve("absent.experiment"), project.file());
    }

    @Test
    void theExperimentThatTrainsTheNetworkIsAsked() {
        assertThat(NetworkUse.all(network, experiments, OutsideFiles.everything()))
                .containsExactly(new NetworkUse(experiments.get(1), "small.experiment", new TrainingScale(8, "Sgd", 0),
                        List.of(new ClassesCheck.Expected("finding", "finding", 2, "small.experiment"))));
        assertThat(NetworkUse.all(folder.resolve("other.network"), experiments, OutsideFiles.everything())).isEmpty();
    }

    @Test
    void withoutItsDataSetTheScaleIsStillKnown() throws IOException {
        Files.delete(folder.resolve("data").resolve("dataset.json"));
        assertThat(NetworkUse.all(network, experiments, OutsideFiles.everything())).singleElement().satisfies(use -> {
            assertThat(use.classes()).isEmpty();
            assertThat(use.scale().batch()).isEqualTo(8);
        });
    }

    @Test
    void theDesignersCheckMendsTheUnits() {
        project.network(Shape.image(8, 8, 1), 5, Loss.CATEGORICAL_CROSS_ENTROPY);
        Network loaded = new NetworkFiles(StandardLayers.catalog()).load(network);
        for (int choice = 0; choice < 2; choice++) {
            Network mended = new NetworkFiles(StandardLayers.catalog()).load(network);
            Problem problem = units(mended).get(0);
            assertThat(problem.message()).isEqualTo("Dense 'unit' gives 5 numbers, but column 'finding' has 2"
                    + " categories in small.experiment; give it 1 unit with a sigmoid, or 2 with a softmax.");
            problem.fixes().get(choice).apply();
            assertThat(units(mended)).isEmpty();
            assertThat(new NetworkAnalyser(StandardLayers.catalog()).analyse(mended).problems()).isEmpty();
        }
        assertThat(units(loaded).get(0).fixes()).extracting(fix -> fix.label()).containsExactly(
                "Give Dense 'unit' 1 unit with sigmoid and binary cross-entropy", "Give Dense 'unit' 2 units");
    }

    @Test
    void eachProblemNamesTheExperimentsItIsOf() {
        project.network(Shape.image(8, 8, 1), 3, Loss.CATEGORICAL_CROSS_ENTROPY);
        Network loaded = new NetworkFiles(StandardLayers.catalog()).load(network);
        List<ClassesCheck.Expected> expected = List.of(new ClassesCheck.Expected("finding", "finding", 2, "a.experiment"),
                new ClassesCheck.Expected("finding", "kind", 5, "b.experiment"),
                new ClassesCheck.Expected("finding", "finding", 2, "c.experiment"));

        assertThat(new NetworkAnalyser(StandardLayers.catalog(), List.of(new ClassesCheck(expected))).analyse(loaded).problems())
                .extracting(Problem::message).containsExactly(
                        "Dense 'unit' gives 3 numbers, but column 'finding' has 2 categories in a.experiment and c.experiment;"
                                + " give it 1 unit with a sigmoid, or 2 with a softmax.",
                        "Dense 'unit' gives 3 numbers, but column 'kind' has 5 categories in b.experiment;"
                                + " give it 5 units with a softmax.");
    }

    @Test
    void allExperimentsThatTrainTheNetworkAreTold() throws IOException {
        Path other = Files.createDirectory(folder.resolve("more")).resolve("other.experiment");
        Files.writeString(other, Files.readString(project.file()).replace("small.network", "../small.network"));

        assertThat(NetworkUse.all(network, List.of(project.file(), other), OutsideFiles.everything()))
                .extracting(NetworkUse::name).containsExactly("small.experiment", "more/other.experiment");
    }

    private List<Problem> units(Network checked) {
        List<NetworkCheck> checks = new ArrayList<>(NetworkChecks.all());
        checks.add(new ClassesCheck(NetworkUse.all(network, experiments, OutsideFiles.everything()).stream()
                .flatMap(use -> use.classes().stream()).toList()));
        return new NetworkAnalyser(StandardLayers.catalog(), checks).analyse(checked).problems().stream()
                .filter(problem -> problem.checkId().equals("network.units")).toList();
    }
}
