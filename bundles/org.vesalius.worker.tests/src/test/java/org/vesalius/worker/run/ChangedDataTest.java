// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.io.ContentHash;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.run.Provenance.ColumnHash;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.WorkerMain;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.fixture.SmallExperiment;
import org.vesalius.worker.fixture.StepHook;

/** A run that goes on does so on the data that it began with, or not at all. */
class ChangedDataTest {
    private static final int SAMPLES = 2 * SmallExperiment.PER_CATEGORY;

    @TempDir
    private Path temp;
    private SmallExperiment experiment;
    private RunFolder run;

    @BeforeEach
    void stopARunInItsThirdEpoch() throws IOException {
        experiment = new SmallExperiment(temp);
        run = experiment.prepare();
        RunControl control = new RunControl(run);
        int[] steps = new int[1];
        RunState end = new TrainingRun(run, experiment.worker(step -> {
            steps[0]++;
            if (steps[0] == 12) {
                send(control);
            }
        }), new RunCommands(control)).work();
        assertThat(end).isEqualTo(RunState.STOPPED);
    }

    @Test
    void recordsWhatEachColumnHolds() throws IOException {
        Map<String, ColumnHash> columns = record().provenance().columns();

        assertThat(columns).containsOnlyKeys("finding", "image", "part", "patient");
        assertThat(columns.get("finding").reader()).isEmpty();
        assertThat(columns.get("image").reader()).startsWith("image ");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            lines.append('s').append(i).append('\t').append(hash(ContentHash.sha256(experiment.image(i))), 0, 16)
                    .append('\n');
        }
        assertThat(columns.get("image").sha256()).isEqualTo(hash(lines.toString()));
    }

    @Test
    void theImageEditedInPlaceWithItsSizeAndTimeKeptIsFound() throws IOException {
        Path image = experiment.image(3);
        FileTime time = Files.getLastModifiedTime(image);
        byte[] bytes = Files.readAllBytes(image);
        // the last byte of the checksum of the end chunk: decoders don't look at it
        bytes[bytes.length - 1] ^= 1;
        Files.write(image, bytes);
        Files.setLastModifiedTime(image, time);

        assertThat(goOn()).isEqualTo(RunState.FAILED);
        assertThat(record().message()).isEqualTo("The run can't go on: its data are not those it began with: in column"
                + " 'image' 1 of 72 samples is not the same. Bring back what it began with, or start the experiment again"
                + " for a new run.");
    }

    @Test
    void imagesThatChangedPlacesAreFound() throws IOException {
        byte[] first = Files.readAllBytes(experiment.image(0));
        Files.write(experiment.image(0), Files.readAllBytes(experiment.image(1)));
        Files.write(experiment.image(1), first);

        assertThat(goOn()).isEqualTo(RunState.FAILED);
        assertThat(record().message()).contains("in column 'image' 2 of 72 samples are not the same");
    }

    @Test
    void aRunWithTheSameDataGoesOnToItsEnd() throws IOException {
        assertThat(goOn()).isEqualTo(RunState.FINISHED);
        assertThat(notices()).doesNotContain("data.unrecorded", "data.project-changed");
    }

    @Test
    void aLabelChangedInTheProjectIsToldAndTheCopyOfTheRunUsed() throws IOException {
        Path table = temp.resolve("data/samples.csv");
        String text = Files.readString(table);
        assertThat(text).contains("images/1.png,light,");
        Files.writeString(table, text.replace("images/1.png,light,", "images/1.png,dark,"));
        Files.writeString(run.path().getParent().resolveSibling("half.experiment"), "<experiment");

        assertThat(goOn()).isEqualTo(RunState.FINISHED);
        assertThat(new EventLogReader(run.events()).poll()).filteredOn(Notice.class::isInstance)
                .extracting(event -> ((Notice) event).message())
                .contains("The data set of the project changed since the run began: in column 'finding' 1 of 72 samples"
                        + " is not the same. The run goes on with the copy it began with; start the experiment again for"
                        + " a run on what is there now.");
    }

    @Test
    void anotherVersionOfTheReaderIsNamed() throws IOException {
        new RunRecordFile(run).update(record -> {
            Map<String, ColumnHash> columns = new TreeMap<>(record.provenance().columns());
            columns.put("image", new ColumnHash(columns.get("image").sha256(), "image 0"));
            return record.withProvenance(record.provenance().withColumns(columns));
        });

        assertThat(goOn()).isEqualTo(RunState.FAILED);
        assertThat(record().message()).contains("column 'image' was read by 'image 0', which is now 'image ");
    }

    @Test
    void aRunOfAnEarlierVersionGoesOnWithANoticeAndIsRecordedFromThenOn() throws IOException {
        new RunRecordFile(run).update(record -> {
            Provenance now = record.provenance();
            return record.withProvenance(new Provenance(now.engine(), now.device(), now.seed(), now.threads(),
                    now.networkSha256(), "of files outside", now.splitSha256(), now.versions()));
        });
        Files.delete(run.sampleHashes());

        assertThat(goOn()).isEqualTo(RunState.FINISHED);
        assertThat(notices()).contains("data.unrecorded");
        assertThat(record().provenance().columns()).hasSize(4);
        assertThat(record().provenance().experimentSha256()).isEqualTo(ContentHash.sha256(run.experiment()));
    }

    @Test
    void aMeasurementOnOtherSamplesIsRefusedAndOneOnTheSameIsNot() throws IOException {
        assertThat(goOn()).isEqualTo(RunState.FINISHED);
        Files.write(experiment.image(3), Files.readAllBytes(experiment.image(5)));
        assertThat(evaluate()).contains("\"n\": 16");
        Files.write(experiment.image(60), Files.readAllBytes(experiment.image(62)));

        assertThat(evaluate()).contains("The samples to measure on are not those the run began with: in column",
                "1 of 16 samples is not the same.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"samples\":[],\"columns\":{\"image\":[]}}"})
    void aMeasurementWithoutWhatEachSampleHeldNeedsAllDataAsTheyWere(String damage) throws IOException {
        assertThat(goOn()).isEqualTo(RunState.FINISHED);
        Files.writeString(run.sampleHashes(), damage);
        assertThat(evaluate()).contains("\"n\": 16");
        Files.write(experiment.image(60), Files.readAllBytes(experiment.image(62)));

        assertThat(evaluate()).contains("hashes.json in its folder is gone or damaged");
    }

    /** Neither resuming nor measuring has an option to leave it out. */
    @Test
    void whatCanNoLongerBeReadIsLeftOutByANewRunOnly() throws IOException {
        assertThat(goOn()).isEqualTo(RunState.FINISHED);
        Files.write(experiment.image(3), new byte[0]);
        assertThat(evaluate()).as("only what is measured on has to be there").contains("\"n\": 16");
        Files.write(experiment.image(60), new byte[0]);

        assertThat(evaluate()).contains("1 of 16 samples can't be read: s60 is empty.", "bring these files back",
                "start a new run that leaves out unreadable samples").doesNotContain("have them left out");
    }

    private String evaluate() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkerMain(experiment.worker(StepHook.NONE), InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8), work -> {})
                .run("evaluate", run.path().toString());
        return out.toString(StandardCharsets.UTF_8);
    }

    private RunState goOn() throws IOException {
        new RunResumption(Clock.systemUTC()).prepare(run);
        return new TrainingRun(run, experiment.worker(StepHook.NONE), new RunCommands(new RunControl(run))).work();
    }

    private RunRecord record() {
        return new RunRecordFile(run).read();
    }

    private List<String> notices() throws IOException {
        return new EventLogReader(run.events()).poll().stream().filter(Notice.class::isInstance)
                .map(event -> ((Notice) event).code()).toList();
    }

    private static void send(RunControl control) {
        try {
            control.send(RunCommand.STOP_NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return ContentHash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
