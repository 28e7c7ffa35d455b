// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatWasWritten() throws IOException {
        Files.writeString(file(), "{\"auc\":0.75,\"n\":4}");

        assertThat(new EvaluationFile(file()).read()).get()
                .satisfies(json -> assertThat(json.get("auc").getAsDouble()).isEqualTo(0.75));
    }

    @Test
    void isEmptyBeforeTheEvaluation() throws IOException {
        assertThat(new EvaluationFile(file()).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{\"auc\":", "0.5"})
    void refusesWhatIsNoEvaluation(String text) throws IOException {
        Files.writeString(file(), text);

        assertThatThrownBy(() -> new EvaluationFile(file()).read()).isInstanceOf(IOException.class)
                .hasMessageContaining("evaluation.json");
    }

    @Test
    void refusesALaterFormatWithASentence() throws IOException {
        Files.writeString(file(), "{\"format\":1,\"auc\":0.5}");
        assertThat(new EvaluationFile(file()).read()).isPresent();
        Files.writeString(file(), "{\"format\":2,\"auc\":0.5}");
        assertThat(new EvaluationFile(file()).read()).isPresent();
        Files.writeString(file(), "{\"format\":3,\"rows\":[]}");

        assertThatThrownBy(() -> new EvaluationFile(file()).read()).isInstanceOf(IOException.class)
                .hasMessageContaining("newer version of Vesalius");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file().toFile(), "rw")) {
            large.setLength(16L * 1024 * 1024 + 1);
        }

        assertThatThrownBy(() -> new EvaluationFile(file()).read()).isInstanceOf(IOException.class)
                .hasMessageContaining("larger");
    }

    private Path file() {
        return folder.resolve("evaluation.json");
    }
}
