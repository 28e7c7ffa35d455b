// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.check.InvalidExperiment;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.InsertLayer;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;

class RunPreparationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:45:07Z");

    @TempDir
    private Path temp;
    private SmallProject project;

    @BeforeEach
    void writeTheProject() throws IOException {
        project = new SmallProject(temp);
    }

    @Test
    void freezesWhatTheRunDependsOn() throws IOException {
        RunFolder run = prepare(RunOptions.none());

        assertThat(run.path()).isEqualTo(temp.resolve("runs/20261123T184507Z_small_42"));
        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.QUEUED);
        assertThat(run.network()).hasSameBinaryContentAs(temp.resolve("small.network"));
        LoadedExperiment frozen = new ExperimentLoader(ExperimentContext.standard()).load(run.experiment());
        assertThat(frozen.dataset().samples()).hasSize(12);
        assertThat(frozen.dataset().root()).isEqualTo(temp);
        assertThat(frozen.analysis().valid()).isTrue();
        assertThat(frozen.bindings().inputs()).hasSize(1);
        assertThat(frozen.bindings().outputs()).hasSize(1);
    }

    @Test
    void laterEditsDontTouchTheRun() throws IOException {
        Files.writeString(temp.resolve("data/boxes.csv"), "sample,category\n");
        RunFolder run = prepare(RunOptions.none());
        Files.delete(temp.resolve("data/boxes.csv"));
        assertThat(run.dataset().resolve("boxes.csv")).hasContent("sample,category\n");
        Files.delete(temp.resolve("small.network"));
        Files.delete(temp.resolve("data/samples.csv"));
        Files.delete(project.file());

        assertThat(new ExperimentLoader(ExperimentContext.standard()).load(run.experiment()).network().getLayers())
                .hasSize(4);
    }

    @Test
    void blocksInFilesAreFrozenToo() throws IOException {
        BlockFiles blocks = new BlockFiles(StandardLayers.catalog());
        Files.createDirectories(temp.resolve("library/parts"));
        blocks.save(new BlockBuilder("inner").add("act", NetworkFactory.eINSTANCE.createELU()).build(),
                temp.resolve("library/parts/inner.block"));
        blocks.save(new BlockBuilder("outer").add("first", reference("parts/inner.block"))
                .add("second", reference("parts/inner.block")).build(), temp.resolve("library/outer.block"));
        NetworkFiles networks = new NetworkFiles(StandardLayers.catalog());
        Network network = networks.load(temp.resolve("small.network"));
        Connection intoUnit = network.getLayers().get(2).getIncoming().get(0);
        new InsertLayer("", intoUnit, NetworkPackage.Literals.BLOCK_REFERENCE, added -> {
            added.setId("ref");
            ((BlockReference) added).setPath("library/outer.block");
        }).apply();
        networks.save(network, temp.resolve("small.network"));

        RunFolder run = prepare(RunOptions.none());
        try (Stream<Path> frozen = Files.list(run.path().resolve("blocks"))) {
            assertThat(frozen).hasSize(2);
        }
        Files.delete(temp.resolve("library/outer.block"));
        Files.delete(temp.resolve("library/parts/inner.block"));
        LoadedExperiment loaded = new ExperimentLoader(ExperimentContext.standard()).load(run.experiment());
        assertThat(loaded.analysis().valid()).isTrue();
        assertThat(loaded.analysis().expanded().network().getLayers()).extracting(Layer::getId)
                .contains("ref/outer.first/inner.act", "ref/outer.second/inner.act");
    }

    @Test
    void recordsWhatTheResultsDependOn() throws IOException {
        RunRecord record = new RunRecordFile(prepare(RunOptions.none())).read();

        assertThat(record.experiment()).isEqualTo("small");
        assertThat(record.epochs()).isEqualTo(10);
        assertThat(record.provenance().engine()).isEqualTo("dl4j");
        assertThat(record.provenance().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(record.provenance().networkSha256())
                .isEqualTo(ContentHash.sha256(temp.resolve("small.network")));
        assertThat(record.provenance().manifestSha256()).hasSize(64);
        assertThat(record.provenance().versions()).containsKeys("vesalius", "java", "os", "architecture");
    }

    @Test
    void whatWasCheckedIsFrozenThoughTheFilesChangeMeanwhile() throws IOException {
        byte[] network = Files.readAllBytes(temp.resolve("small.network"));
        Progress changing = new Progress() {
            @Override
            public void begin(String task, long total) {
                // the checks of the data come after all files were read
            }

            @Override
            public void advance(long done) {
                // not of interest
            }

            @Override
            public boolean cancelled() {
                try {
                    Files.writeString(temp.resolve("small.network"), "no network");
                    Files.writeString(temp.resolve("data/samples.csv"), "sample\n");
                    Files.writeString(project.file(), "no experiment");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return false;
            }
        };
        RunFolder run = new RunPreparation(ExperimentContext.standard(), Clock.fixed(NOW, ZoneOffset.UTC))
                .prepare(project.file(), RunOptions.none(), changing);

        assertThat(temp.resolve("small.network")).hasContent("no network");
        assertThat(Files.readAllBytes(run.network())).isEqualTo(network);
        LoadedExperiment frozen = new ExperimentLoader(ExperimentContext.standard()).load(run.experiment());
        assertThat(frozen.dataset().samples()).hasSize(12);
    }

    @Test
    void theSplitHasAHashOfItsOwn() throws IOException {
        RunRecord before = new RunRecordFile(prepare(RunOptions.none())).read();
        RunRecord same = new RunRecordFile(prepare(RunOptions.none())).read();
        project.dataset(sample -> !sample.id().equals("s5"));
        RunRecord after = new RunRecordFile(prepare(RunOptions.none())).read();

        assertThat(same.provenance()).isEqualTo(before.provenance());
        assertThat(after.provenance().splitSha256()).isNotEqualTo(before.provenance().splitSha256());
        assertThat(after.provenance().manifestSha256()).isNotEqualTo(before.provenance().manifestSha256());
        assertThat(after.provenance().networkSha256()).isEqualTo(before.provenance().networkSha256());
    }

    @Test
    void optionsTakePrecedenceAndLeaveTheExperimentAlone() throws IOException {
        byte[] before = Files.readAllBytes(project.file());
        RunFolder run = prepare(RunOptions.none().withEpochs(3).withSeed(7).withEngine("other").withDevice("gpu:1")
                .withRuns(temp.resolve("elsewhere")).withLeaveOutUnreadable());
        TrainingSettings frozen = new ExperimentLoader(ExperimentContext.standard()).load(run.experiment())
                .experiment().getTraining();

        assertThat(run.path()).hasParent(temp.resolve("elsewhere"));
        assertThat(run.name()).endsWith("_7");
        assertThat(frozen.getEpochs()).isEqualTo(3);
        assertThat(frozen.getSeed()).isEqualTo(7);
        assertThat(frozen.getEngine()).isEqualTo("other");
        assertThat(frozen.getDevice()).isEqualTo("gpu:1");
        assertThat(frozen.isLeaveOutUnreadable()).isTrue();
        assertThat(Files.readAllBytes(project.file())).isEqualTo(before);
    }

    @Test
    void anExperimentWithErrorsLeavesNothing() {
        project.experiment().getBindings().clear();
        project.save();

        assertThatThrownBy(() -> prepare(RunOptions.none().withEpochs(0))).isInstanceOfSatisfying(
                InvalidExperiment.class, error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
                    assertThat(error.problems()).hasSizeGreaterThanOrEqualTo(3);
                    assertThat(error.getMessage()).contains("and 2 more");
                });
        assertThat(temp.resolve("runs")).doesNotExist();
    }

    @Test
    void aMissingDataSetIsNamed() {
        project.experiment().setDataset("nowhere");
        project.save();

        assertThatThrownBy(() -> prepare(RunOptions.none())).isInstanceOf(InvalidExperiment.class)
                .hasMessageContaining(temp.resolve("nowhere").toString());
    }

    @Test
    void aFolderOfRunsThatCantBeWrittenIsNamed() throws IOException {
        Path runs = Files.writeString(temp.resolve("runs"), "a file where a folder should be");

        assertThatThrownBy(() -> prepare(RunOptions.none())).isInstanceOfSatisfying(ReportedException.class, error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.ENVIRONMENT);
            assertThat(error.where()).contains(runs);
            assertThat(error.remedy()).isNotBlank();
        });
        assertThat(runs).hasContent("a file where a folder should be");
    }

    private static BlockReference reference(String path) {
        BlockReference reference = NetworkFactory.eINSTANCE.createBlockReference();
        reference.setPath(path);
        return reference;
    }

    private RunFolder prepare(RunOptions options) {
        return new RunPreparation(ExperimentContext.standard(), Clock.fixed(NOW, ZoneOffset.UTC))
                .prepare(project.file(), options, Progress.none());
    }
}
