// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.CheckpointSaved;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunState;

class EventLogTest {
    private static final Instant TIME = Instant.parse("2026-11-23T18:45:00.120Z");
    private static final RunEvent NOTICE = new Notice(TIME, Severity.WARNING, "a.b", "Zeilen\numbruch \u2713 \"x\"");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("events.jsonl");
    }

    @Test
    void everyKindOfEventComesBackAsItWas() throws IOException {
        List<RunEvent> events = List.of(new StateChanged(TIME, RunState.RUNNING, "why"),
                new RunStarted(TIME, 3, 8, 17, 530, 100, 2, Map.of("train", 4)), batch(0.7),
                new EpochFinished(TIME, 1, new MetricValues(Map.of("loss", 0.6, "dice", 0.7)), MetricValues.NONE, 2.5, 70.1, true),
                new CheckpointSaved(TIME, 1, "checkpoints/epoch-0001", "ab12"), NOTICE);
        write(events.toArray(RunEvent[]::new));

        assertThat(new EventLogReader(file).poll()).isEqualTo(events);
    }

    @Test
    void keepsNumbersThatAreNotFinite() throws IOException {
        write(batch(Double.NaN), batch(Double.POSITIVE_INFINITY), batch(Double.NEGATIVE_INFINITY));

        assertThat(Files.readString(file)).contains("\"loss\":\"NaN\"", "\"Infinity\"", "\"-Infinity\"");
        assertThat(new EventLogReader(file).poll()).extracting(event -> ((BatchFinished) event).metrics().of(Metric.LOSS))
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void readsTheFirstFormatAndKeepsMetricsThatItDoesNotKnow() throws IOException {
        Files.writeString(file, """
                {"event":"batch","time":"2026-11-23T18:45:00.120Z","epoch":1,"iteration":1,"loss":0.7,"accuracy":0.5,\
                "learningRate":0.001,"size":32}
                {"event":"epoch","time":"2026-11-23T18:45:00.120Z","epoch":1,"training":{"loss":0.6,"accuracy":"NaN"},\
                "validation":{"loss":0.5,"dice":0.9},"seconds":2,"samplesPerSecond":8,"best":true,"later":[1]}
                """);
        write(NOTICE);

        List<RunEvent> events = new EventLogReader(file).poll();

        assertThat(events.get(0)).isEqualTo(batch(0.7));
        EpochFinished epoch = (EpochFinished) events.get(1);
        assertThat(epoch.training().of(Metric.ACCURACY)).isNaN();
        assertThat(epoch.validation().values()).containsExactly(entry("loss", 0.5), entry("dice", 0.9));
        assertThat(events.get(2)).isEqualTo(NOTICE);
    }

    @Test
    void refusesALaterFormatWithASentence() throws IOException {
        Files.writeString(file, "{\"event\":\"log\",\"format\":3}\n{\"event\":\"other\"}\n");
        EventLogReader reader = new EventLogReader(file);

        assertThatThrownBy(reader::poll).isInstanceOf(ReportedException.class)
                .hasMessageContaining("newer version of Vesalius");
    }

    @Test
    void givesEachEventOnce() throws IOException {
        EventLogReader reader = new EventLogReader(file);
        assertThat(reader.poll()).isEmpty();
        write(NOTICE);
        assertThat(reader.poll()).containsExactly(NOTICE);
        assertThat(reader.poll()).isEmpty();
        write(batch(1));
        assertThat(reader.poll()).containsExactly(batch(1));
    }

    @Test
    void waitsForTheRestOfAHalfWrittenLine() throws IOException {
        write(NOTICE);
        String line = Files.readString(file);
        EventLogReader reader = new EventLogReader(file);
        Files.writeString(file, line + line.substring(0, 20));
        assertThat(reader.poll()).containsExactly(NOTICE);
        Files.writeString(file, line.substring(20), StandardOpenOption.APPEND);
        assertThat(reader.poll()).containsExactly(NOTICE);
        assertThat(reader.skippedLines()).isZero();
    }

    @Test
    void aWriterCutsOffTheHalfLineOfACrashedOne() throws IOException {
        write(NOTICE);
        Files.writeString(file, "{\"event\":\"bat", StandardOpenOption.APPEND);
        write(batch(2));

        assertThat(new EventLogReader(file).poll()).containsExactly(NOTICE, batch(2));
    }

    @Test
    void aWriterCutsOffALongHalfLineWithoutAnyLineBefore() throws IOException {
        Files.writeString(file, "x".repeat(20_000));
        write(NOTICE);

        assertThat(new EventLogReader(file).poll()).containsExactly(NOTICE);
    }

    @Test
    void skipsAndCountsWhatIsNoEvent() throws IOException {
        Files.writeString(file, "no json\n[]\n{}\n{\"event\":\"later-kind\",\"a\":1}\n"
                + "{\"event\":\"state\",\"time\":\"never\",\"state\":\"RUNNING\"}\n");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
        write(NOTICE);
        EventLogReader reader = new EventLogReader(file);

        assertThat(reader.poll()).containsExactly(NOTICE);
        assertThat(reader.skippedLines()).isEqualTo(6);
    }

    @Test
    void passesOverLinesBeyondTheLimitWithoutKeepingThem() throws IOException {
        EventLogReader reader = new EventLogReader(file);
        Files.writeString(file, "x".repeat(EventLogReader.LONGEST_LINE + 10));
        assertThat(reader.poll()).isEmpty();
        Files.writeString(file, "y".repeat(100) + "\n", StandardOpenOption.APPEND);
        write(NOTICE);

        assertThat(reader.poll()).containsExactly(NOTICE);
        assertThat(reader.skippedLines()).isEqualTo(1);
    }

    @Test
    void readsALogOfManyMegabytesPieceByPiece() throws IOException {
        write(batch(1));
        byte[] line = Files.readString(file).getBytes(StandardCharsets.UTF_8);
        int lines = 5 * 1024 * 1024 / line.length;
        Files.writeString(file, new String(line, StandardCharsets.UTF_8).repeat(lines));
        EventLogReader reader = new EventLogReader(file);
        int first = reader.poll().size();
        int second = reader.poll().size();

        assertThat(first).isLessThan(lines);
        assertThat(first + second).isEqualTo(lines);
    }

    private static BatchFinished batch(double loss) {
        return new BatchFinished(TIME, 1, 1, MetricValues.NONE.with(Metric.LOSS, loss).with(Metric.ACCURACY, 0.5), 0.001,
                32);
    }

    private void write(RunEvent... events) throws IOException {
        try (EventLogWriter writer = new EventLogWriter(file)) {
            for (RunEvent event : events) {
                writer.append(event);
            }
        }
    }
}
