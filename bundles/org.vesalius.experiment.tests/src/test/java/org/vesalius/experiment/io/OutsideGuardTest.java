// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.OutsideFiles;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.fixture.SmallProject;

class OutsideGuardTest {
    private static final String CHECK = "experiment.outside";

    @TempDir
    private Path temp;
    private Path folder;
    private SmallProject project;
    private final List<Path> allowed = new ArrayList<>();
    private final OutsideFiles asked = new OutsideFiles() {
        @Override
        public boolean allowed(Path from, Path place) {
            return allowed.stream().anyMatch(place::startsWith);
        }

        @Override
        public void allow(Path from, Path place) {
            assertThat(from).isEqualTo(folder);
            allowed.add(place);
        }
    };

    @BeforeEach
    void writeAProject() throws IOException {
        folder = Files.createDirectories(temp.resolve("project"));
        Files.writeString(folder.resolve(".project"), "<projectDescription/>");
        project = new SmallProject(folder);
    }

    @Test
    void aProjectThatStaysInItselfIsAskedNothing() {
        assertThat(outside()).isEmpty();
    }

    @Test
    void eachPathThatLeadsOutIsAskedAboutOnceAndReadThen() throws IOException {
        Path away = Files.createDirectories(temp.resolve("away"));
        Files.move(folder.resolve("small.network"), away.resolve("small.network"));
        Files.move(folder.resolve("data"), away.resolve("data"));
        project.experiment().setNetwork("../away/small.network");
        project.experiment().setDataset(away.resolve("data").toString());
        project.experiment().getTraining().setStartWeights("../away/start.safetensors");
        project.save();

        assertThat(outside()).extracting(Problem::message).allSatisfy(message -> assertThat(message)
                .contains("lies outside the project, and was not read")).hasSize(3);
        outside().forEach(problem -> problem.fixes().get(0).apply());
        // the data set could be read now, and names a folder in its turn
        assertThat(outside()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("folder of the images");
            problem.fixes().get(0).apply();
        });
        assertThat(outside()).isEmpty();
        assertThat(allowed).containsExactly(away.resolve("small.network"), away.resolve("data"),
                away.resolve("start.safetensors"), away);
    }

    @Test
    void imagesOutsideAreNotLookedAtUnasked() {
        Dataset inside = new DatasetFiles().load(folder.resolve("data"));
        Path away = temp.resolve("images");
        new DatasetFiles().save(new Dataset(inside.folder(), inside.name(), away, inside.columns(), inside.samples()));

        assertThat(outside()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("folder of the images", away.toString());
            problem.fixes().get(0).apply();
        });
        assertThat(outside()).isEmpty();
    }

    @Test
    void aLinkInTheProjectThatLeadsOutIsAskedAboutToo() throws IOException {
        Path real = Files.move(folder.resolve("data"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("data"), real);

        assertThat(outside()).hasSize(1);
    }

    @Test
    void aLinkThatWasAllowedIsAskedAboutAgainWhenItLeadsElsewhere() throws IOException {
        Path real = Files.move(folder.resolve("data"), temp.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("data"), real);
        outside().forEach(problem -> problem.fixes().get(0).apply());
        assertThat(outside()).isEmpty();
        assertThat(allowed).containsExactly(real.toRealPath());

        Path secret = Files.move(real, temp.resolve("secret"));
        Files.delete(link);
        Files.createSymbolicLink(link, secret);
        assertThat(outside()).singleElement().satisfies(
                problem -> assertThat(problem.message()).contains(secret.toRealPath().toString()));
    }

    @Test
    void whoeverNamedTheFileIsAskedNothing() throws IOException {
        Files.move(folder.resolve("data"), temp.resolve("data"));
        project.experiment().setDataset("../data");
        project.save();

        assertThat(new ExperimentLoader(ExperimentContext.standard()).load(project.file()).dataset().folder())
                .isEqualTo(temp.resolve("data"));
        assertThatThrownBy(() -> new ExperimentLoader(ExperimentContext.standard().guardedBy(asked))
                .load(project.file())).isInstanceOf(OutsideProject.class);
    }

    @Test
    void aNetworkSaysNothingOfADataSetOutside() throws IOException {
        assertThat(use().classes()).hasSize(1);
        Files.move(folder.resolve("data"), temp.resolve("data"));
        project.experiment().setDataset("../data");
        project.save();

        assertThat(use().classes()).isEmpty();
        allowed.add(temp.resolve("data"));
        assertThat(use().classes()).hasSize(1);
    }

    private NetworkUse use() {
        return NetworkUse.all(folder.resolve("small.network"), List.of(project.file()), asked).get(0);
    }

    private List<Problem> outside() {
        return new ExperimentChecks(ExperimentContext.standard().guardedBy(asked))
                .check(project.experiment(), project.file(), Progress.none()).problems().stream()
                .filter(problem -> problem.checkId().equals(CHECK)).toList();
    }
}
