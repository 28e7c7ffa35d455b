// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.pixel.UnreadableImageException;

class TextLinesTest {

    @Test
    void everyEndOfLineEndsALine() throws IOException {
        assertThat(lines("\uFEFFa,1\r\nb,2\n\nç,3\rd,4")).containsExactly("1 0-6 a,1", "2 8-11 b,2", "4 13-17 ç,3", "5 18-21 d,4");
    }

    @Test
    void linesOverManyBuffersAreWhole() throws IOException {
        String wide = "1,".repeat(100_000) + "2";
        List<String> found = lines(wide + "\r" + wide + "\r\n" + wide);
        assertThat(found).hasSize(3);
        assertThat(found.get(2)).isEqualTo("3 400005-600006 " + wide.substring(0, wide.length()));
    }

    @Test
    void otherEncodingIsRefusedByItsLine() {
        assertThatThrownBy(() -> lines("ok\nM\u00fcller".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableImageException.class).hasMessage("is no text in UTF-8: line 2");
    }

    @Test
    void partIsReadFromItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("受試者.csv"), "one\ntwö\nthree\n");
        FilePart part = FilePart.of("受試者.csv#bytes=4-7");
        assertThat(part).isEqualTo(new FilePart("受試者.csv", "bytes", 4, 8));
        assertThat(part.text()).isEqualTo("受試者.csv#bytes=4-7");
        assertThat(new String(part.open(file).readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("twö");
        assertThatThrownBy(() -> FilePart.of("a#bytes=4-700").open(file)).hasMessage("is shorter than when it was imported");
        assertThatThrownBy(() -> FilePart.of("a#bytes=4-2")).hasMessageContaining("ends before it begins");
        assertThat(FilePart.of("a#bytes=x").isWhole()).isTrue();
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        List<String> found = new ArrayList<>();
        try (TextLines lines = new TextLines(new ByteArrayInputStream(bytes))) {
            while (lines.next()) {
                found.add(lines.number() + " " + lines.start() + "-" + lines.end() + " " + lines.text());
            }
        }
        return found;
    }
}
