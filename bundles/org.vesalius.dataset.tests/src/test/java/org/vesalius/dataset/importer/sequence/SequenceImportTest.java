// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.sequence.reading.SequenceReader;

class SequenceImportTest {
    private static final float NAN = Float.NaN;
    private static final ColumnReaders READERS = new ColumnReaders(List.of(new SequenceReader()));

    @TempDir
    private Path folder;

    @Test
    void linesAreSequencesWithTheirCategoryFirst() throws IOException {
        file("beats.txt", "1.0e+00\t0.5\t-1\t2\n2.0e+00\t1\t2\t?\n1.0e+00\t3\t4\tx\n2.0e+00\t5\t6\t7\n");
        ImportReport report = read("beats.txt");
        Dataset dataset = report.dataset();
        assertThat(column(dataset, "class").categories()).containsExactly("1", "2");
        assertThat(dataset.samples()).extracting(sample -> sample.value("class")).containsExactly("1", "2", "1", "2");
        assertThat(dataset.samples()).extracting(sample -> sample.value("defect")).containsExactly("", "",
                "holds something else where a number should be (line 3)", "");
        assertThat(report.remarks()).contains("Each line is a sequence of 3 values, separated by tab");
        assertThat(array(dataset, 0).description().shape()).containsExactly(3, 2);
        // the missing value is filled up, and the second channel says so
        assertThat(array(dataset, 1).floats()).containsExactly(1, 1, 2, 1, 2, 0);
    }

    @Test
    void filesOfMeasurementsAreJoinedWithATable() throws IOException {
        String head = "Time,Parameter,Value\n00:00,RecordID,";
        file("set/132539.txt", head + "132539\n00:00,Age,54\n01:10,HR,80\n00:30,HR,70\n00:30,HR,74\n01:59,Temp,-1\n");
        file("set/132540.txt", head + "132540\n00:00,Age,61\n00:10,HR,90\nnoon,HR,3\n02:00,Temp,36.5\n00:20,HR,fast\n");
        file("set/.hidden", "x");
        file("outcomes.csv", "RecordID,SAPS,Died\n132540,7,1\n132539,3,0\n999999,1,0\n");
        ImportReport report = read("set", "table", folder.resolve("outcomes.csv").toString(), "label", "Died", "missing", "-1",
                "step", "1h", "duration", "2h");
        Dataset dataset = report.dataset();
        assertThat(dataset.columns()).extracting(Column::name).containsExactly("sequence", "Died", "SAPS", "Age", "patient",
                "part", "defect");
        Sample first = dataset.samples().get(0);
        assertThat(first.values()).containsEntry("Died", "0").containsEntry("SAPS", "3").containsEntry("Age", "54")
                .containsEntry("patient", "132539");
        // HR, then whether it was measured, then how long ago in whole lengths; Temp lies behind the second hour
        assertThat(array(dataset, 0).description().shape()).containsExactly(2, 6);
        assertThat(array(dataset, 0).floats()).containsExactly(72, NAN, 1, 0, 0, 0, 80, NAN, 1, 0, 0.5f, 0.5f);
        assertThat(array(dataset, 0).description().timeStep()).isEqualTo(3600);
        assertThat(array(dataset, 1).floats()).containsExactly(90, NAN, 1, 0, 0, 0, 90, NAN, 0, 0, 0.5f, 0.5f);
        assertThat(report.remarks()).contains("2 steps of 1 h, 2 channels measured, 6 with those that tell of gaps",
                "Measured once at the beginning, so columns of their own and no channels: Age",
                "Left out, as it repeats the id: RecordID",
                "2 rows in 2 sequences stood behind a later one; they are sorted by time",
                "1 value had the time of another value of the same thing; they are joined by the rule 'mean'",
                "1 row without a time passed over", "1 value that is no number passed over",
                "The table was joined by 'RecordID': 2 rows of it belong to a sequence",
                "1 row of the table without a sequence was left out");
    }

    @Test
    void marksAndDecimalCommasOfATableAreWrittenAsDataSetsHaveThem() throws IOException {
        String head = "Time;Parameter;Value\n00:00;Weight;";
        file("set/a.csv", head + "70,5\n01:00;HR;80\n02:00;HR;81\n");
        file("set/b.csv", head + "61,5\n01:00;HR;90\n02:00;HR;91\n");
        file("set/c.csv", head + "62,5\n01:00;HR;90\n02:00;HR;91\n");
        Path table = file("t.csv", "id;Died;SAPS;Ward\na;0;3,5;east\nb;1;NA;NA\nc;NA;4;west\n");
        Dataset dataset = read("set", "table", table.toString(), "label", "Died", "step", "1h", "duration", "2h").dataset();
        assertThat(column(dataset, "Died").categories()).containsExactly("0", "1");
        assertThat(dataset.samples()).extracting(sample -> sample.value("Died")).containsExactly("0", "1", "");
        assertThat(dataset.samples()).extracting(sample -> sample.value("SAPS")).containsExactly("3.5", "", "4");
        assertThat(dataset.samples()).extracting(sample -> sample.value("Ward")).containsExactly("east", "", "west");
        assertThat(dataset.samples()).extracting(sample -> sample.value("Weight")).containsExactly("70.5", "61.5", "62.5");
    }

    @Test
    void rowsWithoutATimeAreCountedInEachSequence() throws IOException {
        file("long.csv", "id,HR,Temp\na,70,36.5\na,71,36.6\na,72,36.7\nb,80,37.5\nb,81,37.6\nb,82,37.7\n");
        Dataset dataset = read("long.csv", "id", "id", "layout", "events", "gaps", "none").dataset();
        assertThat(array(dataset, 0).floats()).containsExactly(70, 36.5f, 71, 36.6f, 72, 36.7f);
        assertThat(array(dataset, 1).floats()).containsExactly(80, 37.5f, 81, 37.6f, 82, 37.7f);
    }

    /** 03:00 in summer is an hour before 02:00 UTC: the hours are 00, 01 and 02 UTC. */
    @Test
    void timesOfSeveralZonesAreComparedAsInstants() throws IOException {
        file("zones.csv", "id,time,HR\na,2021-03-28T01:00:00+01:00,60\na,2021-03-28T03:00:00+02:00,62\n"
                + "a,2021-03-28T02:00:00Z,63\nb,31.12.2021 23:30,1\nb,1.1.2022 00:30,2\nb,2022-02-30 00:30,9\n");
        ImportReport report = read("zones.csv", "step", "1h", "gaps", "none");
        assertThat(array(report.dataset(), 0).floats()).containsExactly(60, 62, 63);
        assertThat(array(report.dataset(), 1).floats()).containsExactly(1, 2, NAN);
        assertThat(report.remarks()).contains("1 row without a time passed over");
    }

    @Test
    void columnsOfOneNameAreBothRead() throws IOException {
        file("twice.csv", "id,time,HR,HR\na,0,60,61\na,1,62,63\nb,0,70,71\nb,1,72,73\n");
        Path table = file("t.csv", "id,y,y\na,0,5\nb,1,6\n");
        Dataset dataset = read("twice.csv", "gaps", "none", "table", table.toString()).dataset();
        assertThat(column(dataset, "sequence").option("channels", "")).isEqualTo("HR|HR 2");
        assertThat(array(dataset, 0).floats()).containsExactly(60, 61, 62, 63);
        assertThat(dataset.samples()).extracting(sample -> sample.value("y") + sample.value("y 2")).containsExactly("05", "16");
    }

    @Test
    void numbersOfColumnsAreNoSequence() throws IOException {
        file("counted.csv", "0,1,2\n1.5,2.5,3.5\n4.5,5.5,6.5\n");
        Dataset dataset = read("counted.csv", "label", "none").dataset();
        assertThat(dataset.samples()).hasSize(2);
        assertThat(array(dataset, 0).floats()).containsExactly(1.5f, 2.5f, 3.5f);
    }

    @Test
    void whatCannotBeReadIsToldInASentence() throws IOException {
        file("days.csv", "id,time,HR\na,20210130,60\na,20210131,61\nb,20210228,62\nb,20210301,63\n");
        file("once.csv", "id,time,param,value\na,0,HR,60\nb,0,HR,61\n");
        Files.write(folder.resolve("wide.csv"), "\uFEFFid,time,HR\na,0,60\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> read("days.csv")).isInstanceOf(ReportedException.class).hasMessageContaining("days without signs");
        assertThatThrownBy(() -> read("once.csv")).isInstanceOf(ReportedException.class).hasMessageContaining("measured once");
        assertThatThrownBy(() -> read("wide.csv")).isInstanceOf(ReportedException.class).hasMessageContaining("UTF-8");
    }

    @Test
    void scatteredRowsAreSortedInACopy() throws IOException {
        String text = "受試者ID;時間;time;value;parameter\n李;x;2012-01-31 08:00;1,5;HR\nМария;x;2012-02-01 00:00;9;HR\n"
                + "李;x;2012-01-31 10:00;2,5;HR\nМария;x;2012-02-01 01:00;8;HR\n";
        Path source = file("long.csv", text);
        DatasetPreview preview = ImportRun.preview(new SequenceKind().of(new ImportRequest(List.of(source), folder.resolve("out"), "",
                Map.of("id", List.of("受試者ID"), "step", List.of("1h")))), Progress.none());
        assertThat(preview.first()).extracting(sample -> sample.value("patient")).containsExactly("李", "Мария");
        ImportReport report = read("long.csv", "id", "受試者ID", "step", "1h", "gaps", "none");
        Dataset dataset = report.dataset();
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("has a copy of it, sorted by '受試者ID'"));
        assertThat(dataset.samples()).extracting(sample -> sample.value("patient")).containsExactlyInAnyOrder("李", "Мария");
        for (int i = 0; i < 2; i++) {
            boolean first = dataset.samples().get(i).value("patient").equals("李");
            assertThat(array(dataset, i).floats()).containsExactly(first ? new float[] {1.5f, NAN, 2.5f}
                    : new float[] {9, 8, NAN});
        }
        assertThat(source).hasContent(text);
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void eachMeasuredThingMayHaveAColumn() throws IOException {
        file("p1.psv", "Hour|HR|Temp\n0|70|NaN\n1|NaN|37\n");
        file("p2.psv", "Hour|HR|Temp\n1|80|36\n");
        Dataset dataset = read(new String[] {"p1.psv", "p2.psv"}, "time-unit", "h", "gaps", "none").dataset();
        assertThat(array(dataset, 0).floats()).containsExactly(70, NAN, NAN, 37);
        assertThat(array(dataset, 1).floats()).containsExactly(NAN, NAN, 80, 36);
    }

    @Test
    void beatsAreCutOutOfARecord() throws IOException {
        Files.write(folder.resolve("r.dat"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        file("r.hea", "r 1 250 8\nr.dat 80 1 8 0 0 0 0 II\n");
        // N at 1 (too near to the beginning), + at 3, V at 4
        Files.write(folder.resolve("r.atr"), new byte[] {0x01, 0x04, 0x02, 0x70, 0x01, 0x14, 0, 0});
        ImportReport report = read("r.hea", "annotations", "atr", "window", "4");
        assertThat(report.dataset().samples()).hasSize(1);
        assertThat(report.dataset().samples().get(0).values()).containsEntry("sequence", "r.hea#samples=2-5")
                .containsEntry("class", "V");
        assertThat(array(report.dataset(), 0).floats()).containsExactly(-125, -124, -123, -122);
        assertThat(report.remarks()).contains("4 steps, 250 a second, of 1 channel",
                "Annotations that are no beats were left out: + (1)",
                "1 annotation too near to an end of the recording for the window left out");
    }

    @Test
    void joinThatMatchesNothingAndTwoRowsOfOneIdAreRefused() throws IOException {
        file("set/a.txt", "Time,Parameter,Value\n00:00,HR,54\n");
        Path table = file("t.csv", "id,died\nb,0\n");
        refused("No row of the table belongs to one of the 1 sequence, by the column 'id'.", "set", "table", table.toString(),
                "label", "died");
        file("t.csv", "id,died\na,0\na,1\n");
        refused("Two rows of the table have the same id in column 'id'; the second is row 2.", "set", "table", table.toString());
        refused("There is no column 'lived' in the table. Its columns are died.", "set", "table",
                file("t.csv", "id,died\na,0\n").toString(), "label", "lived");
    }

    @Test
    void whatHoldsNoSequenceIsRefused() throws IOException {
        file("empty.csv", "\n\n");
        refused("There is nothing in this file.", "empty.csv");
        file("text.csv", "a,b\nc,d\n");
        refused("No sequence can be read; the first of them holds something else where a number should be (line 1).", "text.csv");
        Files.write(folder.resolve("latin.csv"), "t;M\u00fcller\n1;2\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("The file is no text in UTF-8: line 1.", "latin.csv");
        refused("There is no such file.", "gone.csv");
        Files.writeString(folder.resolve("ok.csv"), "1,2,3\n");
        refused("'5' is no duration.", "ok.csv", "step", "5");
        refused("'up' is no layout of sequences.", "ok.csv", "layout", "up");
    }

    @Test
    void linkLoopsAreNotFollowed() throws IOException {
        file("set/a.csv", "Time,Parameter,Value\n00:00,HR,54\n");
        Files.createSymbolicLink(folder.resolve("set/loop"), folder.resolve("set"));
        assertThat(read("set").passedOver()).singleElement().matches(passed -> passed.reason().equals("is a link"));
    }

    @Test
    void cancelledImportLeavesNothing() throws IOException {
        file("beats.txt", "1,2,3\n2,3,4\n1,2,3\n");
        Progress progress = new Progress() {
            @Override
            public void begin(String task, long total) {
                // nobody watches
            }

            @Override
            public void advance(long done) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> run(new String[] {"beats.txt"}).run(progress)).isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("beats.txt"));
        }
    }

    @Test
    void subsetsCanBeListedByIdFileOrSample() throws IOException {
        file("beats.txt", "1\t0.5\t1\n2\t1\t2\n1\t3\t4\n2\t5\t6\n");
        Path parts = file("parts.csv", "sample,part\ns0001,test\ns0002,train\ns0003,val\ns0004,train\n");
        assertThat(read("beats.txt", "parts", parts.toString()).dataset().samples()).extracting(sample -> sample.value("part"))
                .containsExactly("test", "train", "validation", "train");
    }

    @Test
    void filesOfAFolderCanBeListedByTheirNames() throws IOException {
        for (String id : List.of("a", "b", "c", "d")) {
            file("set/" + id + ".csv", "Time,Parameter,Value\n00:00,HR,80\n01:00,HR,8" + id.length() + "\n");
        }
        assertThat(read("set", "split", "validation=b test=c.csv", "step", "1h").dataset().samples())
                .extracting(sample -> sample.value("part")).containsExactly("train", "validation", "test", "train");
    }

    private void refused(String message, String source, String... settings) {
        assertThatThrownBy(() -> read(source, settings)).isInstanceOf(ReportedException.class).hasMessage(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private ImportReport read(String source, String... settings) {
        return read(new String[] {source}, settings);
    }

    private ImportReport read(String[] sources, String... settings) {
        ImportReport report = run(sources, settings).run(Progress.none());
        assertThat(new DatasetFiles().load(folder.resolve("out")).samples()).hasSameSizeAs(report.dataset().samples());
        return report;
    }

    private ImportRun run(String[] sources, String... settings) {
        Map<String, List<String>> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], List.of(settings[i + 1]));
        }
        Path out = folder.resolve("out");
        List<Path> files = Arrays.stream(sources).map(folder::resolve).toList();
        return new ImportRun(new SequenceKind().of(new ImportRequest(files, out, "test", given)), out, READERS);
    }

    private static TypedArray array(Dataset dataset, int sample) {
        Column column = column(dataset, "sequence");
        try {
            return READERS.of(column).read(dataset.root(), dataset.samples().get(sample).value(column), column.options());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column column(Dataset dataset, String name) {
        return dataset.column(name).orElseThrow();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
