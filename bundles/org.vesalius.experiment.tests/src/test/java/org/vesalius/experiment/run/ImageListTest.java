// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageListTest {
    @Test
    void comesBackAsItWas() throws IOException {
        ImageList list = new ImageList(List.of("/a b.png", "-- R\u00f6ntgen.jpg", "it's.png", "\"\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        list.write(out);

        assertThat(ImageList.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[null]", "{}", "[[]]", "[\"a\""})
    void refusesWhatIsNoList(String text) {
        assertThatThrownBy(() -> ImageList.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class).hasMessageContaining("list of images");
    }
}
