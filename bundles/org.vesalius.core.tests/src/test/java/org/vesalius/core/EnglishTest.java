// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {
    @ParameterizedTest
    @ValueSource(strings = {"a network", "an experiment", "an Input", "an LSTM", "a GRU", "a U-Net", "a Dense",
        "an Up-sampling 2D", "an ONNX model", "a ReLU", "an ELU"})
    void theArticleFollowsTheSound(String phrase) {
        assertThat(English.one(phrase.substring(phrase.indexOf(' ') + 1))).isEqualTo(phrase);
    }

    @Test
    void theLastOfSomeComesBehindAnAnd() {
        assertThat(English.all(List.of())).isEmpty();
        assertThat(English.all(List.of("a"))).isEqualTo("a");
        assertThat(English.all(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(English.all(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "20th", "21st", "102nd", "111th", "113th", "123rd"})
    void theEndOfAnOrdinalFollowsItsLastNumber(String word) {
        assertThat(English.ordinal(Long.parseLong(word.replaceAll("\\D", "")))).isEqualTo(word);
    }

    @Test
    void onlyOneIsNotMany() {
        assertThat(English.quantity(0, "epoch")).isEqualTo("0 epochs");
        assertThat(English.quantity(1, "epoch")).isEqualTo("1 epoch");
        assertThat(English.quantity(2, "epoch")).isEqualTo("2 epochs");
        assertThat(English.quantity(2, "category")).isEqualTo("2 categories");
        assertThat(English.quantity(2, "day")).isEqualTo("2 days");
    }
}
