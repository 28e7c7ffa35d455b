// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.vesalius.dataset.Subset;
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

    /** With a comma as separator each row would have one value more. */
    @Test
    void tablesOfDecimalCommasAloneAreDividedAtTheirSeparators() {
        String rows = "0,5;1,25;-2,125\n".repeat(30);

        DatasetPreview named = tables.preview(tables.write("named.csv", "a;b;c\n" + rows));
        DatasetPreview tabs = tables.preview(tables.write("tabs.tsv", "a\tb\tc\n" + rows.replace(';', '\t')));
        DatasetPreview bare = tables.preview(tables.write("bare.csv", rows));

        assertThat(List.of(named, tabs, bare)).extracting(preview -> List.copyOf(preview.first().get(0).values().values())
                .subList(0, 3)).containsOnly(List.of("0.5", "1.25", "-2.125"));
        assertThat(bare.columns()).extracting(Column::name).startsWith("column 1");
        assertThat(bare.samples()).hasValue(30);
    }

    @Test
    void signsBetweenThousandsAreNoDecimalSigns() {
        Path english = tables.write("english.csv", "cells,crp\n\"12,500\",1.5\n\"1,012,500\",0.25\n900,3\n");
        Path german = tables.write("german.csv", "cells;crp\n12.500;1,5\n1.012.500;0,25\n900;3\n");
        Path three = tables.write("three.csv", "ph;crp\n7,412;1,5\n7,350;0,25\n7,4;3\n");
        Path both = tables.write("both.csv", "cells\tx\n1.234,5\t1\n12,25\t2\n");

        assertThat(values(english, "cells")).containsExactly("12500", "1012500", "900");
        assertThat(values(german, "cells")).containsExactly("12500", "1012500", "900");
        assertThat(values(three, "ph")).containsExactly("7.412", "7.350", "7.4");
        assertThat(values(both, "cells")).containsExactly("1234.5", "12.25");
        assertThat(tables.preview(german).remarks()).contains("'cells' has numbers with points between thousands: 1.234 is 1234");
    }

    /** Nothing in these tables tells whether it is a dozen or twelve thousand. */
    @Test
    void whetherCommasAreDecimalSignsIsAskedWhereNothingTells() {
        Path file = tables.write("dozen.csv", "cells;y\n12,500;1\n8,900;0\n");
        Path points = tables.write("ph.csv", "ph,y\n7.412,1\n7.350,0\n");

        assertThatThrownBy(() -> tables.preview(file)).isInstanceOf(ReportedException.class).hasMessageContaining("'cells'");
        assertThat(values(file, "cells", "--decimal", "comma")).containsExactly("12.500", "8.900");
        assertThat(values(file, "cells", "--decimal", "point")).containsExactly("12500", "8900");
        assertThat(values(points, "ph")).containsExactly("7.412", "7.350");
        assertThat(values(points, "ph", "--decimal", "comma")).containsExactly("7412", "7350");
    }

    private List<String> values(Path file, String column, String... options) {
        return tables.preview(file, options).first().stream().map(sample -> sample.value(column)).toList();
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

    /** Years above numbers, and what programs write above columns without names. */
    @Test
    void namesOfDigitsAreHeadings() {
        Path years = tables.write("years.csv", "name,2019,2020\n" + "1,5,6\n2,7,8\n".repeat(3));
        Path counted = tables.write("counted.csv", "0,1,2\n" + "0.5,6,1\n".repeat(3));
        Path marked = tables.write("marked.csv", "?,148,1\n" + "6,85,0\n".repeat(3));

        assertThat(tables.preview(years).columns()).extracting(Column::name).startsWith("name", "2019", "2020");
        assertThat(tables.preview(counted).columns()).extracting(Column::name).startsWith("0", "1", "2");
        assertThat(tables.preview(marked).samples()).hasValue(4);
    }

    @Test
    void aFirstRowOfZeroAndOneIsNoHeadingAboveSuchValues() {
        Path pairs = tables.write("pairs.csv", "0,1\n5,0\n7,1\n");
        Path curve = tables.write("curve.csv", "0,1\n0.1,0.9\n0.2,0.8\n");
        Path triples = tables.write("triples.csv", "0,1,2\n3,0,1\n");
        Path texts = tables.write("texts.csv", "0,1\n3,yes\n4,no\n");
        Path wide = tables.write("wide.csv", "0,1,2,3\n5,6,7,8\n");

        assertThat(List.of(pairs, curve, triples, texts, wide))
                .extracting(file -> tables.preview(file).samples().orElseThrow()).containsExactly(3L, 3L, 2L, 2L, 1L);
    }

    /** The ids of samples stand under this heading in a data set. */
    @Test
    void aColumnOfSamplesDoesNotTakeThePlaceOfTheIds() {
        Path file = tables.write("tubes.csv", "sample,x\nt1,1\nt2,2\n");

        Dataset dataset = tables.run(file, "--id", "sample", "--patient", "sample").dataset();

        assertThat(new DatasetFiles().load(tables.out())).isEqualTo(dataset);
        assertThat(dataset.samples()).extracting(Sample::id).containsExactly("t1", "t2");
        assertThat(dataset.first(ColumnRole.PATIENT).orElseThrow().name()).isEqualTo("column sample");
    }

    @Test
    void aMarkIsNoKeyAndColumnsOfOneNameAreKeptApart() {
        Path file = tables.write("t.csv", "id,hb\np1,14\nNA,12\n");
        tables.write("labs.csv", "id,hb\np1,140\nNA,999\n");
        tables.write("more.csv", "id,labs.hb\np1,3\n");

        DatasetPreview preview = tables.preview(file, "--join", folder.resolve("labs.csv").toString(), "--join",
                folder.resolve("more.csv").toString(), "--on", "id");
        Dataset dataset = tables.run(file, "--join", folder.resolve("labs.csv").toString(), "--join",
                folder.resolve("labs.csv").toString(), "--on", "id").dataset();

        assertThat(preview.first()).extracting(sample -> sample.value("labs.hb")).containsExactly("140", "");
        assertThat(preview.first()).extracting(sample -> sample.value("more.labs.hb")).containsExactly("3", "");
        assertThat(dataset.columns()).extracting(Column::name).contains("hb", "labs.hb", "labs 2.hb");
    }

    @Test
    void theNegativeCategoryIsTheFirstInGermanAndAsASign() {
        Path file = tables.write("yes.csv", "x,a,b,c\n1,ja,+,Tumor\n2,nein,-,kein Tumor\n3,ja,+,Tumor\n");

        List<Column> columns = tables.preview(file, "--label", "a", "--label", "b", "--label", "c").columns();

        assertThat(columns.get(1).categories()).containsExactly("nein", "ja");
        assertThat(columns.get(2).categories()).containsExactly("-", "+");
        assertThat(columns.get(3).categories()).containsExactly("kein Tumor", "Tumor");
    }

    /** Of three thousand different numbers, 300 times the same one that often means missing. */
    @Test
    void numbersThatMayMeanMissingAreToldAmongManyOthers() {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 3000; i++) {
            text.append(i % 10 == 0 ? "-999" : i + ".5").append(',').append(i).append('\n');
        }

        List<String> remarks = tables.run(tables.write("many.csv", text.toString())).remarks();

        assertThat(remarks).contains("'x' holds -999 in 300 rows. If that means missing, say so with --missing x=…")
                .noneMatch(remark -> remark.startsWith("'y' holds"));
    }

    @Test
    void labelsMarkedAsMissingAreCountedAsNoCategory() {
        Path file = tables.write("t.csv", "x,y\n1,EU\n2,US\n3,NA\n4,EU\n");

        assertThat(tables.run(file, "--label", "y", "--split", "100/0/0").counts().samples().get(Subset.TRAIN))
                .isEqualTo(Map.of("EU", 2, "US", 1, "", 1));
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

    /** The largest number of 32 bits is 3.4028235e38. */
    @Test
    void numbersThatNoNetworkHoldsAreRefused() {
        Path file = tables.write("huge.csv", "x,y\n1e38,1\n-1e39,2\n3.4e38,3\n");

        assertThatThrownBy(() -> tables.preview(file)).isInstanceOf(ReportedException.class)
                .hasMessage("'x' holds a number that is infinite or too large for a network, more than 3.4e38, in line 3.");
        assertThat(values(file, "x", "--role", "x=none")).containsExactly("1e38", "-1e39", "3.4e38");
        assertThat(values(file, "x", "--missing", "x=-1e39")).containsExactly("1e38", "-1e39", "3.4e38");
    }

    /** What programs write for numbers that they can't hold is no category; a text among numbers, or categories that are named, stay. */
    @Test
    void infiniteNumbersAreNoCategories() {
        for (String infinite : List.of("inf", "-Inf", "Infinity", "1e400", "+1.5E999")) {
            Path file = tables.write("infinite.csv", "x,y\n1,1\n2,2\n1,3\n" + infinite + ",4\n");

            assertThatThrownBy(() -> tables.preview(file)).as(infinite).isInstanceOf(ReportedException.class)
                    .hasMessage("'x' holds a number that is infinite or too large for a network, more than 3.4e38, in line 5.");
            assertThat(values(file, "x", "--missing", "x=" + infinite)).containsExactly("1", "2", "1", infinite);
            assertThat(values(file, "x", "--categories", "x=1|2|" + infinite)).containsExactly("1", "2", "1", infinite);
            assertThat(values(file, "x", "--role", "x=none")).containsExactly("1", "2", "1", infinite);
        }
        Path texts = tables.write("texts.csv", "x,y\n1,1\n2,2\n1,3\ninf,4\nmany,5\ninf,6\n");
        assertThat(values(texts, "x")).containsExactly("1", "2", "1", "inf", "many", "inf");
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
        "--separator ab", "--decimal dot", "--encoding klingon", "--header perhaps", "--split 70/40", "--split folders",
        "--unite maybe", "--on x", "--fill y=mean", "--fill x=constant:unknown",
        "--fill x=constant:1e999", "--label y --fill y=constant:c", "--cells y=; --fill y=constant:a;c", "--categories y=a|b|a"})
    void whatMakesNoSenseIsRefusedInOneSentence(String options) {
        Path file = tables.write("t.csv", "x,y\n1,a\n2,b\n3,a\n");

        assertThatThrownBy(() -> tables.run(file, options.split(" "))).isInstanceOf(ReportedException.class);
        assertThat(tables.out()).doesNotExist();
    }
}
