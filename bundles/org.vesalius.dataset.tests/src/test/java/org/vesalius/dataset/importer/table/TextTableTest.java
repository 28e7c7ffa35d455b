// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues.Treatment;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.io.DatasetFiles;

/** One table written in many ways is the same data set. */
class TextTableTest {
    private static final String TABLE = """
            age,pressure,sex,flu
            63,120.5,F,negative
            ,80,M,positive
            41,?,F,
            """;

    @TempDir
    private Path folder;
    private TableRuns tables;

    @BeforeEach
    void make() {
        tables = new TableRuns(folder);
    }

    private void assertSame(Path file, String... options) {
        List<Sample> samples = tables.preview(file, options).first();
        assertThat(samples).extracting(sample -> List.of(sample.value("age"), sample.value("pressure"), sample.value("sex"),
                sample.value("flu"))).containsExactly(List.of("63", "120.5", "F", "negative"), List.of("", "80", "M", "positive"),
                        List.of("41", "?", "F", ""));
    }

    @Test
    void separatorsQuotesLineEndsAndEncodingsAreFoundOut() {
        assertSame(tables.write("plain.csv", TABLE));
        assertSame(tables.write("tabs.tsv", TABLE.replace(',', '\t')));
        assertSame(tables.write("pipes.txt", TABLE.replace(',', '|')));
        assertSame(tables.write("blanks.csv", TABLE.replace(",", " , ")));
        assertSame(tables.write("old-mac.csv", TABLE.replace('\n', '\r')));
        assertSame(tables.write("windows.csv", TABLE.replace("\n", "\r\n")));
        assertSame(tables.write("mark.csv", "\uFEFF" + TABLE));
        assertSame(tables.write("unicode.txt", "\uFEFF" + TABLE.replace(',', '\t'), StandardCharsets.UTF_16LE));
        assertSame(tables.write("quoted.csv", TABLE.replaceAll("([^,\n]+)", "\"$1\"")));
        assertSame(tables.write("trailing.csv", TABLE.replace("\n", ",\n")));
        assertSame(tables.write("gaps.csv", TABLE.replace("\n", "\n\n")));
    }

    @Test
    void decimalCommasBecomePoints() {
        Path file = tables.write("german.csv", TABLE.replace(',', ';').replace('.', ','));

        DatasetPreview preview = tables.preview(file);

        assertSame(file);
        assertThat(preview.remarks()).contains("Read as text in UTF-8, separated by semicolons, headings in the first row",
                "'pressure' has numbers with a decimal comma");
        assertThat(preview.columns().get(1).type()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void namesInOtherScriptsAndOldEncodingsAreKept() {
        Path windows = tables.write("west.csv", "Größe,Schmerz\n1,groß\n2,klein\n", Charset.forName("windows-1252"));
        Path scripts = tables.write("scripts.csv", "年齢,العمر,διάγνωση\n63,1,όχι\n41,2,ναι\n");

        assertThat(tables.preview(windows).columns()).extracting(Column::name).startsWith("Größe", "Schmerz");
        assertThat(tables.run(scripts, "--label", "διάγνωση").dataset().columns()).extracting(Column::name)
                .containsExactly("年齢", "العمر", "διάγνωση", "part");
        Dataset loaded = new DatasetFiles().load(tables.out());
        assertThat(loaded.samples().get(1).value("διάγνωση")).isEqualTo("ναι");
    }

    @Test
    void headingsAreFoundOutOrMadeUp() {
        Path numbers = tables.write("numbers.csv", "6,148\n1,85\n");
        Path twice = tables.write("twice.csv", "a,,a\n1,2,3\n");

        assertThat(tables.preview(numbers).columns()).extracting(Column::name).startsWith("column 1", "column 2");
        assertThat(tables.preview(numbers, "--header", "yes").columns()).extracting(Column::name).startsWith("6", "148");
        assertThat(tables.preview(twice).columns()).extracting(Column::name).startsWith("a", "column 2", "a 2");
        assertThat(tables.preview(twice).remarks()).contains("There are two columns 'a'; the later is called 'a 2'");
    }

    @Test
    void whatIsSaidCountsMoreThanWhatIsFound() {
        Path file = tables.write("t.csv", "id,glucose,dose,grade,flu\n7,0,1,low,no\n8,95,2,high,yes\n9,0,1,low,not tested\n");

        Dataset dataset = tables.run(file, "--label", "flu", "--missing", "glucose=0", "--missing", "flu=not tested", "--fill",
                "glucose=median+indicator", "--unit", "glucose=mg/dl", "--categories", "grade=low|high", "--type",
                "dose=category", "--id", "id", "--split", "100/0/0").dataset();

        Column glucose = dataset.column("glucose").orElseThrow();
        assertThat(dataset.samples()).extracting(Sample::id).containsExactly("7", "8", "9");
        assertThat(glucose.unit()).isEqualTo("mg/dl");
        assertThat(glucose.missing().treatment()).isEqualTo(Treatment.MEDIAN);
        assertThat(glucose.missing().indicator()).isTrue();
        assertThat(dataset.samples()).extracting(sample -> sample.lacks(glucose)).containsExactly(true, false, true);
        assertThat(dataset.column("grade").orElseThrow().categories()).containsExactly("low", "high");
        assertThat(dataset.column("dose").orElseThrow().categories()).containsExactly("1", "2");
        assertThat(dataset.first(ColumnRole.LABEL).orElseThrow().categories()).containsExactly("no", "yes");
        assertThat(dataset.samples().get(2).lacks(dataset.first(ColumnRole.LABEL).orElseThrow())).isTrue();
        assertThat(new DatasetFiles().load(tables.out())).isEqualTo(dataset);
    }

    @Test
    void patientsStayTogetherAndAPartColumnIsTaken() {
        StringBuilder text = new StringBuilder("patient,x,y\n");
        for (int i = 0; i < 200; i++) {
            text.append("p").append(i / 4).append(',').append(i).append(',').append(i / 4 % 2 == 0 ? "a" : "b").append('\n');
        }
        Path file = tables.write("many.csv", text.toString());
        Path folds = tables.write("folds.csv", "x,fold\n1,Training\n2,val\n3,test\n");

        Dataset dealt = tables.run(file, "--patient", "patient", "--label", "y").dataset();
        DatasetPreview given = tables.preview(folds, "--role", "fold=part");

        assertThat(dealt.samples()).hasSize(200);
        assertThat(given.first()).extracting(sample -> sample.value("fold")).containsExactly("train", "validation", "test");
        assertThat(given.columns()).extracting(Column::name).containsExactly("x", "fold");
    }

    /** All rows of one patient go into one subset; twenty of patients who aren't known are twenty patients. */
    @Test
    void rowsOfUnknownPatientsAreDealtOutOneByOne() {
        Path file = tables.write("unknown.csv", "patient,x\n" + "NA,1\nNA,2\n".repeat(10));

        Dataset dataset = tables.run(file, "--patient", "patient", "--missing", "patient=NA", "--split", "50/0/50").dataset();

        assertThat(dataset.samples()).extracting(sample -> sample.value("part")).contains("train", "test");
    }

    /** Whichever comes first in the table; and 1 and 2, as in lung.csv, of which 2 is the death. */
    @Test
    void theEventIsTheSecondCategoryAndIsTold() {
        Path file = tables.write("follow.csv", "days,vital,status,died\n5,DECEASED,2,0\n6,LIVING,1,1\n7,DECEASED,2,0\n8,LIVING,1,1\n");

        DatasetPreview preview = tables.preview(file, "--role", "vital=event", "--role", "status=event", "--role", "died=event");

        assertThat(preview.columns().get(1).categories()).containsExactly("LIVING", "DECEASED");
        assertThat(preview.columns().get(2).categories()).containsExactly("1", "2");
        assertThat(preview.columns().get(3).type()).isEqualTo(ColumnType.NUMBER);
        assertThat(preview.remarks()).contains("Event 'vital': categories LIVING, DECEASED; DECEASED is the event",
                "Event 'status': categories 1, 2; 2 is the event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--label nonsense", "--role x=chief", "--type x=date", "--fill x=magic", "--fill x=constant",
        "--separator ab", "--encoding klingon", "--header perhaps", "--split 70/40", "--split folders",
        "--unite maybe", "--on x", "--fill y=mean", "--fill x=constant:unknown",
        "--fill x=constant:1e999", "--label y --fill y=constant:c", "--cells y=; --fill y=constant:a;c", "--categories y=a|b|a"})
    void whatMakesNoSenseIsRefusedInOneSentence(String options) {
        Path file = tables.write("t.csv", "x,y\n1,a\n2,b\n3,a\n");

        assertThatThrownBy(() -> tables.run(file, options.split(" "))).isInstanceOf(ReportedException.class);
        assertThat(tables.out()).doesNotExist();
    }
}
