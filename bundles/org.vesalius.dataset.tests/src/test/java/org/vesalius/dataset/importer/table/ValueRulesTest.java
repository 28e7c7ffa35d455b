// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.importer.kind.DatasetPreview;

class ValueRulesTest {
    @TempDir
    private Path folder;

    @Test
    void degreesOfADiseaseBecomeHavingIt() throws IOException {
        TableRuns tables = new TableRuns(folder);
        Path file = tables.write("heart.csv", "age,num\n50,0\n60,1.0\n70,4\n40,?\n");

        DatasetPreview preview = tables.preview(file, "--label", "num", "--value", "num=0:healthy", "--value", "num=1..4:ill",
                "--missing", "?");

        assertThat(preview.first()).extracting(sample -> sample.value("num")).containsExactly("healthy", "ill", "ill", "?");
        assertThat(preview.columns().get(1).categories()).containsExactly("healthy", "ill");
        assertThat(preview.remarks()).contains("'num': 0 is taken for 'healthy' in 1 row, 1..4 is taken for 'ill' in 2 rows");
    }

    @Test
    void millimetresBecomeTheClassesOfAnotherHospital() throws IOException {
        TableRuns tables = new TableRuns(folder);
        Path file = tables.write("sizes.csv", "size\n<=20\n20\n20.5\n50\n51\n20-50\n>50\n");

        DatasetPreview preview = tables.preview(file, "--value", "size=..20:<=20", "--value", "size=..50:20-50", "--value",
                "size=50..:>50");

        assertThat(preview.first()).extracting(sample -> sample.value("size"))
                .containsExactly("<=20", "<=20", "20-50", "20-50", ">50", "20-50", ">50");
    }

    @Test
    void whatMeansMissingIsNoValueBetweenTheEndsOfARange() throws IOException {
        TableRuns tables = new TableRuns(folder);
        Path file = tables.write("lesions.csv", "mm\n3\n-9\n25\n-9.0\nNA\n12\n");

        DatasetPreview preview = tables.preview(file, "--label", "mm", "--missing", "mm=-9", "--value", "mm=..20:low",
                "--value", "mm=20..:high");

        assertThat(preview.first()).extracting(sample -> sample.value("mm")).containsExactly("low", "-9", "high", "-9", "NA", "low");
        assertThat(preview.first()).extracting(sample -> sample.lacks(preview.columns().get(0)))
                .containsExactly(false, true, false, true, true, false);
        assertThat(preview.columns().get(0).categories()).containsExactlyInAnyOrder("low", "high");
        assertThat(tables.preview(file, "--missing", "-9", "--value", "mm=-9:none").first().get(1).value("mm")).isEqualTo("none");
    }

    /** Twelve hundred and thirty-four is more than twenty, however it is written. */
    @Test
    void rangesMeanNumbersAsTheColumnIsRead() throws IOException {
        TableRuns tables = new TableRuns(folder);
        Path english = tables.write("english.csv", "cells,crp\n\"1,234\",1.5\n12,0.25\n");
        Path german = tables.write("german.csv", "cells;crp\n1.234;1,5\n12,5;0,25\n<5;1\n");
        Path mixed = tables.write("mixed.csv", "cells;y\n1.234;1\n2,5;2\n");

        for (Path file : List.of(english, german)) {
            assertThat(tables.preview(file, "--value", "cells=..20:low", "--value", "cells=20..:high").first())
                    .extracting(sample -> sample.value("cells")).startsWith("high", "low");
        }
        assertThat(tables.preview(mixed, "--value", "cells=..20:low", "--value", "cells=20..:high").first())
                .extracting(sample -> sample.value("cells")).containsExactly("high", "low");
    }

    /** Columns as they are known from training, in a table to predict for. */
    @Test
    void knownNumbersAreReadAsMostAreWrittenThoughTextsStandAmongThem() throws IOException {
        TableRuns tables = new TableRuns(folder);
        KnownColumns known = new KnownColumns(List.of(Column.number("crp", ColumnRole.INPUT, "")));
        Path german = tables.write("german.csv", "crp;y\n1.234,5;1\n2.345;2\nk.A.;3\n");
        Path unclear = tables.write("unclear.csv", "crp;y\n1.234,5;1\n2.345;2\n3.5;3\n");

        SampleTable rows = known.read(german, "", Progress.none()).rows();

        assertThat(List.of(rows.text(0, 0), rows.text(0, 1), rows.text(0, 2))).containsExactly("1234.5", "2345", "k.A.");
        assertThatThrownBy(() -> known.read(unclear, "", Progress.none())).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'crp'");
    }

    @Test
    void whatSaysNothingIsRefused() throws IOException {
        TableRuns tables = new TableRuns(folder);
        Path file = tables.write("sizes.csv", "size\n1\n");

        assertThatThrownBy(() -> tables.preview(file, "--value", "size=1")).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'1' doesn't say which value stands for which.");
        assertThatThrownBy(() -> tables.preview(file, "--value", "size=a..b:c")).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'a' is no number");
        assertThatThrownBy(() -> tables.preview(file, "--value", "seize=1:2")).isInstanceOf(ReportedException.class)
                .hasMessageContaining("There is no column 'seize'");
    }

    @Test
    void columnsOfTwoHospitalsMeetUnderOneName() throws IOException {
        TableRuns tables = new TableRuns(folder);
        Path one = tables.write("rotterdam.csv", "rtime,recur,size\n100,1,<=20\n");
        Path other = tables.write("gbsg.csv", "rfstime,status,size\n200,0,35\n");

        DatasetPreview preview = tables.of(List.of(one, other), "--rename", "rtime=days", "--rename", "rfstime=days",
                "--rename", "recur=event", "--rename", "status=event", "--file-column", "set", "--value", "set=rotterdam:train",
                "--value", "set=gbsg:test", "--role", "set=part", "--value", "size=..20:<=20", "--value", "size=20..50:20-50")
                .preview(Progress.none());

        assertThat(preview.columns()).extracting(Column::name).containsExactly("days", "event", "size", "set");
        assertThat(preview.first()).extracting(Sample::values).extracting(Map::values).map(List::copyOf)
                .containsExactly(List.of("100", "1", "<=20", "train"), List.of("200", "0", "20-50", "test"));
        assertThat(preview.remarks()).noneMatch(remark -> remark.contains("other columns"));
    }
}
