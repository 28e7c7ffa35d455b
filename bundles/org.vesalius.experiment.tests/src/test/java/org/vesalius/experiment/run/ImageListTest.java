// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageListTest {
    @TempDir
    private Path folder;

    @Test
    void comesBackAsItWas() throws IOException {
        List<Path> images = List.of(folder.resolve("a b.png"), folder.resolve("-- R\u00f6ntgen.jpg"), Path.of("it's.png"));
        ImageList list = new ImageList(folder.resolve("images.json"));
        list.write(images);

        assertThat(list.read()).containsExactlyElementsOf(images.stream().map(Path::toString).toList());
    }

    @Test
    void replacesNoFile() throws IOException {
        Path file = Files.writeString(folder.resolve("images.json"), "[]");

        assertThatThrownBy(() -> new ImageList(file).write(List.of())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[null]", "{}", "[[]]", "[\"a\""})
    void refusesWhatIsNoList(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("images.json"), text);

        assertThatThrownBy(() -> new ImageList(file).read()).isInstanceOf(IOException.class)
                .hasMessageContaining("list of images");
    }
}
