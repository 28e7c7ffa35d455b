// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.NpyReader;

/** How values become what a network gets is told, whatever is done to them. */
class MappingCheckTest {
    @TempDir
    Path root;

    @Test
    void theStepsOfArraysAreToldInWords() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String header = "{'descr': '<i2', 'fortran_order': False, 'shape': (1, 2), }\n";
        file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        file.write(header.getBytes(StandardCharsets.US_ASCII));
        file.write(new byte[4]);
        Files.write(root.resolve("a.npy"), file.toByteArray());
        assertThat(check(array("window preset=lung; zscore"))).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ADVICE);
            assertThat(problem.message()).isEqualTo("The arrays of 'scan' (the first is 2 (time), i16) go into the network "
                    + "after this: window with centre -600 and width 1500 to 0…1; mean 0 and standard deviation 1 in each "
                    + "sample.");
        });
        assertThat(check(array(""))).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("values as stored"));
    }

    @Test
    void whatSinglePrecisionRoundsIsTold() {
        Column whole = array("").with(Map.of(Steps.TYPE, "i32"));
        assertThat(check(whole)).singleElement()
                .satisfies(problem -> assertThat(problem.message()).endsWith("beyond ±16777216 are rounded, since networks calculate in"
                        + " single precision."));
        assertThat(check(array("").with(Map.of(Steps.TYPE, "i16")))).singleElement()
                .satisfies(problem -> assertThat(problem.message()).doesNotContain("rounded"));
    }

    @Test
    void aWrongStepIsAnError() {
        assertThat(check(array("blur"))).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.message()).contains("'blur'");
        });
    }

    @Test
    void blackAndWhiteOfDeepPicturesAreTold() {
        assertThat(check(Column.image("scan", "image", Map.of("white", "4095")))).singleElement().satisfies(
                problem -> assertThat(problem.message()).contains("0 is black and 4095 is white"));
        assertThat(check(Column.image("scan", "image", Map.of("low", "-1000", "high", "3000")))).singleElement().satisfies(
                problem -> assertThat(problem.message()).contains("-1000 is black and 3000 is white"));
        assertThat(check(Column.image("scan", "image", Map.of()))).isEmpty();
    }

    private static Column array(String steps) {
        return new Column("scan", ColumnType.ARRAY, ColumnRole.INPUT, NpyReader.ID, Map.of(Steps.OPTION, steps), List.of());
    }

    private List<Problem> check(Column column) {
        Dataset dataset = new Dataset(root, "test", root, List.of(column),
                List.of(new Sample("s1", Map.of("scan", "a.npy/0"))));
        return new MappingCheck().check(new KeptDataset(dataset, ColumnReaders.standard(), KeptFingerprints.none()), Progress.none());
    }
}
