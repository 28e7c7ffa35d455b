// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Files that aren't built like those of their data set are not taken for them: other numbers would be told in silence. */
class SequenceReaderTest {
    private static final Map<String, String> WIDE = options("layout=events header=1 time=1 timeUnit=1 values=2,3"
            + " channels=pulse|spo2 step=1 start=0 steps=2 separator=comma");
    private static final Map<String, String> LONG = options("layout=events header=1 time=1 timeUnit=1 parameter=2 values=3"
            + " channels=pulse step=1 start=0 steps=2 separator=comma");

    @TempDir
    private Path folder;

    @Test
    void channelsStandInTheirColumns() throws IOException {
        assertThat(read("t,pulse,spo2\n0,60,98\n1,61,97\n", WIDE)).containsExactly(60, 98, 61, 97);
        assertThat(read("t,\"pulse\", spo2 \n0,60,98\n", WIDE)).startsWith(60, 98);
    }

    @Test
    void columnsInAnotherOrderAreRefused() {
        assertThatThrownBy(() -> read("t,spo2,pulse\n0,98,60\n1,97,61\n", WIDE)).isInstanceOf(UnreadableImageException.class)
                .hasMessage("has another column where 'pulse' is read");
    }

    @Test
    void channelsCalledByNumberOrSecondOfTheirNameAreTaken() throws IOException {
        Map<String, String> named = new TreeMap<>(WIDE);
        named.put("channels", "2|pulse 2");
        assertThat(read("t,pulse,pulse\n0,60,98\n", named)).startsWith(60, 98);
        named.put("channels", "column 2|column 3");
        assertThat(read("t,,\n0,60,98\n", named)).startsWith(60, 98);
    }

    @Test
    void aTextWithoutAnyTimeIsRefused() throws IOException {
        assertThatThrownBy(() -> read("name,what,value\nx,pulse,60\ny,pulse,61\n", LONG))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("no time in any row");
        assertThat(read("t,what,value\nx,pulse,60\n1,pulse,61\n", LONG)).containsExactly(Float.NaN, 61);
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        for (String option : text.split(" ")) {
            options.put(option.split("=")[0], option.split("=")[1].replace(',', ' '));
        }
        return options;
    }

    private float[] read(String text, Map<String, String> options) throws IOException {
        Files.writeString(folder.resolve("s.csv"), text);
        return new SequenceReader().read(folder, "s.csv", options).floats();
    }
}
