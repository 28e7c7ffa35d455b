// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.dataset.Subset;

class PredictionQuestionTest {
    @Test
    void comesBackAsItWas() throws IOException {
        for (PredictionQuestion question : List.of(
                PredictionQuestion.ofFiles(Stream.of("/a b.png", "/-- R\u00f6ntgen.jpg", "/it's.png").map(Path::of).toList()),
                PredictionQuestion.ofTable(Path.of("/rows \"1\".csv"), Optional.of("id")),
                PredictionQuestion.ofDataset(Path.of("/new"), Optional.of(Subset.TEST)))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            question.write(out);

            assertThat(PredictionQuestion.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(question);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[null]", "{}", "[[]]", "[\"a\"", "{\"files\":[null],\"table\":\"\"}",
        "{\"files\":[\"a\"],\"table\":\"b\",\"id\":\"\",\"dataset\":\"\",\"subset\":\"\"}"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> PredictionQuestion.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class).hasMessageContaining("no question what to predict");
    }

    @Test
    void namesNoFileWhereItMayReachALog() {
        assertThat(PredictionQuestion.ofFiles(List.of(Path.of("/smith.png"))).toString()).doesNotContain("smith");
        assertThat(PredictionQuestion.ofTable(Path.of("/smith.csv"), Optional.empty()).toString()).doesNotContain("smith");
    }
}
