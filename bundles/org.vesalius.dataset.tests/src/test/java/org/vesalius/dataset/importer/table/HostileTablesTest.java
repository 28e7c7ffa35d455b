// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.reader.ColumnReaders;

/** Tables that can't be read are refused in a sentence without what stands in them, and leave nothing. */
class HostileTablesTest {
    @TempDir
    private Path folder;
    private TableRuns tables;

    @BeforeEach
    void make() {
        tables = new TableRuns(folder);
    }

    private void assertRefused(Path file, String message, String... options) {
        assertThatThrownBy(() -> tables.run(file, options)).isInstanceOf(ReportedException.class).hasMessageContaining(message)
                .hasMessageNotContaining("Mueller");
        assertNothingLeft();
    }

    private void assertNothingLeft() {
        assertThat(tables.out()).doesNotExist();
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.filter(entry -> entry.getFileName().toString().startsWith(".vesalius"))).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sizesBeyondBoundsAreRefused() throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            // takes no place on the disk
            file.setLength(2L << 30);
        }
        String wide = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertRefused(huge, "larger than 1024 MiB");
        assertRefused(tables.write("wide.csv", wide + "\n" + wide + "\n"), "There are 100000 columns");
        assertRefused(tables.write("line.csv", "x".repeat(5 << 20)), "The first row is longer");
        assertRefused(tables.write("open.csv", "a,b\n1,\"Mueller" + ",x\n".repeat(4 << 20)), "damaged");
    }

    @Test
    void aFileThatVanishesIsTold() throws IOException {
        Path file = tables.write("gone.csv", "a,b\n1,2\n");
        TableSource source = new TableFiles(TextSettings.of(new ImportRequest(List.of(file), tables.out(), "x", Map.of())))
                .open(file, Progress.none());
        Files.delete(file);

        assertThatThrownBy(() -> source.rows((line, values) -> true)).isInstanceOf(ReportedException.class)
                .hasMessage("The file can't be read.");
    }

    @Test
    void damagedRowsAreToldByTheirLine() {
        assertRefused(tables.write("short.csv", "a,b,c\n1,2,Mueller\n1,2\n"), "Line 3: there are 2 values for 3 columns.");
        assertRefused(tables.write("long.csv", "a,b\n1,2\n\n\"two\nlines\",2\n3,4,Mueller\n"),
                "Line 6: there are 3 values for 2 columns.");
        assertRefused(tables.write("none.csv", "a,b\n"), "no row below the headings");
        assertRefused(tables.write("empty.csv", ""), "The file is empty");
        assertRefused(folder.resolve("absent.csv"), "no such file");
        assertThatThrownBy(() -> tables.preview(folder)).hasMessageContaining("This is a folder");
        assertRefused(tables.write("unclosed.csv", "a,b\n1,\"2\n3,4\n"), "a quote is never closed");
        assertRefused(tables.write("quote.csv", "a,b\n\"Mueller\"x,1\n"), "damaged");
    }

    @Test
    void halfNumbersHalfTextIsTold() {
        Path file = tables.write("half.csv", "x,y\n1,a\n2,b\nMueller,a\n4,b\n5,a\n");

        assertThat(tables.preview(file).remarks())
                .contains("'x' holds numbers, but something else in line 4; it is taken as text");
        assertThat(tables.preview(file, "--missing", "x=Mueller").columns().get(0).type()).isEqualTo(ColumnType.NUMBER);
        assertRefused(file, "'x' holds something that is no number in line 4", "--type", "x=number");
    }

    /** A pattern means the inputs that it can be done with; truths are never made up. */
    @Test
    void whatIsFilledByAPatternAreInputsOnly() {
        Path file = tables.write("fill.csv", "a,b,y\n1,u,3\n,v,\n3,u,5\n4,v,6\n");
        List<Column> columns = tables.preview(file, "--label", "y", "--fill", "*=median").columns();

        assertThat(columns).extracting(column -> column.missing().treatment().text()).startsWith("median", "none", "none");
        assertRefused(file, "'b' holds no numbers, so its missing values have no median", "--fill", "b=median");
        assertThat(tables.preview(file, "--type", "a=text", "--missing", "a=").columns().get(0).missing().marks()).isEmpty();
        Path marks = tables.write("marks.csv", "a,b\n1,-\n2,+\n3,-\n4,+\n-,+\n");
        assertThat(tables.preview(marks).columns().get(0).missing().marks()).containsExactly("-");
        assertThat(tables.preview(marks, "--missing", "a=").columns().get(0).type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void twoRowsOfOneIdAreTold() {
        Path file = tables.write("ids.csv", "id,x\nMueller,1\nb,2\nMueller,3\n");

        assertRefused(file, "Two rows have the same 'id': line 2 and line 4.", "--id", "id");
        assertRefused(tables.write("gap.csv", "id,x\na,1\n,2\n"), "'id' is empty in line 3", "--id", "id");
    }

    @Test
    void joinsTellWhatFoundNoPartner() {
        Path left = tables.write("left.csv", "id,x\n1.0,5\n2,6\n3,7\n");
        Path right = tables.write("right.csv", "key,x,z\n1,a,p\n2,b,q\n9,c,r\n");
        String[] join = {"--join", right.toString(), "--on", "id=key"};

        assertThat(tables.preview(left, join).remarks()).contains(
                "right.csv: 2 rows of 3 found a partner by 'id'; 1 without one, their values are missing; 1 of its ids are not used",
                "The column 'x' of right.csv is called 'right.x'");
        assertThat(tables.preview(left, join).first()).extracting(sample -> sample.value("right.x") + sample.value("z"))
                .containsExactly("ap", "bq", "");
        assertRefused(left, "no value in common", "--join", right.toString(), "--on", "id=z");
    }

    @Test
    void valuesAreGatheredAndNoneDiffersFromNotKnown() {
        Path left = tables.write("visits.csv", "visit\n1\n2\n3\n4\n");
        Path right = tables.write("drugs.csv", "visit,drug\n1,b\n1,a\n1,b\n2,rare\n3,\n");

        assertThat(tables.preview(left, "--join", right.toString(), "--on", "visit", "--gather", "drug", "--at-least", "drug=1",
                "--label", "drug").first()).extracting(sample -> sample.value("drug")).containsExactly("a|b", "rare", "|", "");
        Path cells = tables.write("cells.csv", "finding\na;b\na\nc\n\nb;a\n");
        Column column = tables.preview(cells, "--separator", "comma", "--cells", "finding=;", "--at-least", "finding=2")
                .columns().get(0);
        assertThat(column.categories()).containsExactly("a", "b");
        assertThat(column.separator()).isEqualTo(";");
        assertThat(tables.preview(cells, "--separator", "comma", "--cells", "finding=;", "--at-least", "finding=2").first())
                .extracting(sample -> sample.value("finding")).containsExactly("a;b", "a", ";", "b;a");
    }

    /** By a pattern, and where another column has the name already. */
    @Test
    void gatheredColumnsHoldSeveralValuesWhateverTheyAreCalled() {
        Path left = tables.write("visits.csv", "visit,icd9\n1,x\n2,y\n3,x\n4,y\n");
        Path right = tables.write("codes.csv", "visit,icd9,note\n1,b,n\n1,a,n\n2,a,n\n3,a,n\n4,b,n\n");
        String[] join = {"--join", right.toString(), "--on", "visit", "--gather", "icd*"};

        DatasetPreview preview = tables.preview(left, join);

        Column gathered = preview.columns().stream().filter(column -> column.name().equals("codes.icd9")).findFirst().orElseThrow();
        Column own = preview.columns().stream().filter(column -> column.name().equals("icd9")).findFirst().orElseThrow();
        assertThat(gathered.separator()).isEqualTo("|");
        assertThat(gathered.categories()).containsExactly("a", "b");
        assertThat(own.separator()).isEmpty();
        assertThat(own.categories()).containsExactly("x", "y");
        assertThat(preview.remarks()).contains("codes.csv: only the columns that are gathered are taken over, not note");
        join[5] = "icd10";
        assertRefused(left, "There is no column 'icd10', which 'gather' names", join);
    }

    @Test
    void aRecordMayHaveSeveralImages() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images/sub")).getParent();
        for (String name : List.of("p1_left.png", "p1_right.png", "sub/p2_left.png", "stranger.png")) {
            Files.write(images.resolve(name), new byte[0]);
        }
        Path records = tables.write("records.csv", "patient,age\np1,50\np2,60\np3,70\n");
        String[] options = {"--images", images.toString(), "--image-key", "patient", "--image-pattern", "(p\\d+)_"};

        assertThat(tables.preview(records, options).first()).extracting(Sample::id, sample -> sample.value("image"),
                sample -> sample.value("age")).extracting(Object::toString).containsExactly("(\"s0001\", \"p1_left.png\", \"50\")",
                        "(\"s0002\", \"p1_right.png\", \"50\")", "(\"s0003\", \"sub/p2_left.png\", \"60\")", "(\"s0004\", \"\", \"70\")");
        assertThat(tables.preview(records, options).remarks())
                .contains("2 rows of 3 found an image by 'patient'; 1 without one");
    }

    @Test
    void arffIsReadAndItsErrorsTold() {
        Path file = tables.write("flu.arff", """
                % Mueller's patients
                @RELATION flu
                @attribute 'body temp' real
                @attribute flu {no, 'yes, sure'}
                @DATA
                38.5, 'yes, sure'
                ?, no
                % between
                36.6,no
                """);

        assertThat(tables.preview(file, "--label", "flu").columns()).extracting(Column::name)
                .containsExactly("body temp", "flu", "part");
        assertThat(tables.preview(file).first()).extracting(sample -> sample.value("body temp") + "/" + sample.value("flu"))
                .containsExactly("38.5/yes, sure", "?/no", "36.6/no");
        assertRefused(tables.write("sparse.arff", "@attribute a real\n@data\n{0 1}\n"), "Line 3: the row is written sparsely");
        assertRefused(tables.write("few.arff", "@attribute a real\n@data\n1,2\n"), "Line 3: there are 2 values for 1 attribute");
    }

    @Test
    void aCancelledImportLeavesNothing() {
        Path file = tables.write("many.csv", "x\n" + "1\n".repeat(5_000));
        AtomicInteger asked = new AtomicInteger();
        Progress cancelled = new Progress() {
            @Override
            public void begin(String task, long total) {
                // not shown
            }

            @Override
            public void advance(long done) {
                // not shown
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 3;
            }
        };

        assertThatThrownBy(() -> new ImportRun(tables.of(List.of(file)), tables.out(), ColumnReaders.standard()).run(cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(4);
        assertNothingLeft();
    }
}
