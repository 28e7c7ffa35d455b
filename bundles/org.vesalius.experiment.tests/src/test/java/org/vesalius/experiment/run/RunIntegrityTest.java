// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.FittedFile;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.network.weights.WeightsFile;

class RunIntegrityTest {
    @TempDir
    private Path temp;
    private SmallProject project;
    private RunFolder run;

    @BeforeEach
    void prepareARun() throws IOException {
        project = new SmallProject(temp).with(settings -> settings.setStartWeights("start.safetensors"));
        saveWeights(0.5f);
        run = new RunPreparation(ExperimentContext.standard(), Clock.systemUTC()).prepare(project.file(),
                RunOptions.none(), Progress.none());
        Dataset dataset = new DatasetFiles().load(run.dataset());
        SampleHashes.of(dataset, dataset.samples()).write(run.sampleHashes());
        RunRecordFile file = new RunRecordFile(run);
        file.update(record -> record.withState(RunState.STOPPED, "", Clock.systemUTC().instant()));
    }

    private void saveWeights(float value) {
        float[] kernel = new float[64];
        Arrays.fill(kernel, value);
        new WeightsFile(temp.resolve("start.safetensors")).save(NetworkWeights.builder()
                .put("unit", "kernel", new WeightTensor(List.of(64, 1), kernel))
                .put("unit", "bias", new WeightTensor(List.of(1), new float[1])).build());
    }

    @Test
    void recordsTheHashesOfTheFrozenBytes() throws IOException {
        Provenance recorded = new RunRecordFile(run).read().provenance();

        assertThat(recorded.networkSha256()).isEqualTo(ContentHash.sha256(run.network()));
        assertThat(recorded.experimentSha256()).isEqualTo(ContentHash.sha256(run.experiment()));
        assertThat(recorded.startWeightsSha256()).isEqualTo(ContentHash.sha256(run.startWeights()));
        String lines = "dataset.json " + ContentHash.sha256(run.dataset().resolve("dataset.json")) + "\nsamples.csv "
                + ContentHash.sha256(run.dataset().resolve("samples.csv")) + "\n";
        assertThat(recorded.manifestSha256())
                .isEqualTo(ContentHash.sha256(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRunThatIsAsItBeganIsResumed() {
        resume();

        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void hashesOfALaterFormatAreRefusedWithASentence() throws IOException {
        assertThat(SampleHashes.read(run.sampleHashes())).isPresent();
        change(run.sampleHashes(), text -> text.replace("\"format\":1", "\"format\":2"));

        assertThatThrownBy(() -> SampleHashes.read(run.sampleHashes())).isInstanceOf(ReportedException.class)
                .hasMessageContaining("newer version of Vesalius");
    }

    @Test
    void anotherNetworkIsRefused() throws IOException {
        change(run.network(), text -> text.replace("name=\"small\"", "name=\"other\""));

        assertRefused("the network in its folder changed since it began.");
    }

    @Test
    void anotherExperimentIsRefused() throws IOException {
        change(run.experiment(), text -> text.replace("name=\"small\"", "name=\"other\""));

        assertRefused("the experiment in its folder changed since it began.");
    }

    @Test
    void otherStartWeightsAreRefused() throws IOException {
        saveWeights(0.75f);
        Files.copy(temp.resolve("start.safetensors"), run.startWeights(),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused("the start weights in its folder changed since it began.");
    }

    @Test
    void anotherScaleOfArraysIsRefused() throws IOException {
        FittedFile<ArrayScale> scales = FittedFile.arrayScales(run.arrayScales());
        scales.write(Map.of("image", new ArrayScale(List.of(10.0), List.of(2.0))));
        FrozenHashes files = FrozenHashes.of(run);
        new RunRecordFile(run).update(record -> record.withProvenance(record.provenance().withFiles(files)));
        new RunIntegrity(run).requireFiles(new RunRecordFile(run).read().provenance());
        assertThat(new RunRecordFile(run).read().provenance().arrayScalesSha256())
                .isEqualTo(ContentHash.sha256(run.arrayScales()));

        scales.write(Map.of("image", new ArrayScale(List.of(11.0), List.of(2.0))));
        assertRefused("the scale of the arrays in its folder changed since it began.");
    }

    @Test
    void anotherBlockIsRefused() throws IOException {
        Files.createDirectories(run.path().resolve("blocks"));
        Files.writeString(run.path().resolve("blocks/0123456789abcdef0123456789abcdef.block"), "<changed/>");

        assertRefused("the network in its folder changed since it began.");
    }

    /** More than an array holds: 2 GiB without content, which take no space on the disk. */
    @Test
    @Tag("nightly")
    void aBlockOfAnySizeIsRefusedWithoutTakingItsSizeOfTheMemory() throws IOException {
        Path block = Files.createDirectories(run.path().resolve("blocks"))
                .resolve("0123456789abcdef0123456789abcdef.block");
        try (RandomAccessFile file = new RandomAccessFile(block.toFile(), "rw")) {
            file.setLength(1L << 31);
        }

        assertRefused("the network in its folder changed since it began.");
    }

    @Test
    void twoThingsAreToldTogether() throws IOException {
        change(run.network(), text -> text + " ");
        change(run.experiment(), text -> text + " ");

        assertRefused("the network and the experiment in its folder changed since it began.");
    }

    @Test
    void aChangedLabelIsToldByItsColumn() throws IOException {
        change(run.dataset().resolve("samples.csv"),
                text -> text.replace("s0,images/0.png,clear,p0", "s0,images/0.png,opacity,p0"));

        assertRefused("in column 'finding' 1 of 12 samples is not the same.");
    }

    @Test
    void aChangedPartIsToldByItsColumn() throws IOException {
        change(run.dataset().resolve("samples.csv"), text -> text.replace("p4,validation", "p4,train")
                .replace("p5,validation", "p5,train"));

        assertRefused("in column 'part' 2 of 12 samples are not the same.");
    }

    @Test
    void aRemovedSampleIsCounted() throws IOException {
        change(run.dataset().resolve("samples.csv"), text -> text.replaceAll("(?m)^s5,.*\n", ""));

        assertRefused("the data set in its folder changed since it began: 1 of 12 samples is gone.");
    }

    @Test
    void samplesInAnotherOrderAreTold() throws IOException {
        change(run.dataset().resolve("samples.csv"), text -> {
            int first = text.indexOf("s0,");
            int second = text.indexOf("s1,");
            int third = text.indexOf("s2,");
            return text.substring(0, first) + text.substring(second, third) + text.substring(first, second)
                    + text.substring(third);
        });

        assertRefused("the samples are in another order.");
    }

    @Test
    void aRecordOfAnEarlierVersionIsResumedAndItsNetworkStillCompared() throws IOException {
        RunRecordFile file = new RunRecordFile(run);
        Provenance now = file.read().provenance();
        file.update(record -> record.withProvenance(new Provenance("dl4j", "cpu", 42, 2, now.networkSha256(),
                "a hash of files outside", now.splitSha256(), Map.of())));
        change(run.record(), text -> text.replaceAll("(?s)\\s*\"(experimentSha256|startWeightsSha256)\": \"\",", "")
                .replaceAll("(?s)\\s*\"columns\": \\{\\},", ""));
        assertThat(Files.readString(run.record())).doesNotContain("experimentSha256", "columns");
        new RunIntegrity(run).requireFiles(file.read().provenance());

        change(run.network(), text -> text + " ");
        assertRefused("the network in its folder changed since it began.");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::resume).isInstanceOfSatisfying(ReportedException.class, error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(error.getMessage()).startsWith("The run can't be used: ").endsWith(message);
            assertThat(error.getMessage()).doesNotContain("p0", "p4", "images");
            assertThat(error.where()).contains(run.path());
        });
        assertThat(RunStatus.of(run).state()).isEqualTo(RunState.STOPPED);
    }

    private void resume() {
        new RunResumption(Clock.systemUTC()).prepare(run);
    }

    private static void change(Path file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(file);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }
}
