// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.experiment.ExperimentPackage.Literals;
import org.vesalius.experiment.ui.editor.field.ValueParser;

/** What people type into the fields of an experiment. */
class ValueParserTest {

    private final ValueParser rate = new ValueParser(Literals.OPTIMIZER__LEARNING_RATE);
    private final ValueParser epochs = new ValueParser(Literals.TRAINING_SETTINGS__EPOCHS);

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "' 1e-3 ', 0.001", "1, 1", ".5, 0.5"})
    void readsNumbers(String typed, double value) {
        assertEquals(value, rate.parse(typed).value().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "NaN", "Infinity", "1d", "0x1p3f", "0,001", "0", "-1"})
    void refusesWhatIsNoLearningRateAndSaysWhy(String typed) {
        ValueParser.Outcome outcome = rate.parse(typed);
        assertTrue(outcome.value().isEmpty());
        assertTrue(!outcome.problem().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "3000000000", "100001", "ten"})
    void refusesWhatIsNoNumberOfEpochs(String typed) {
        assertTrue(epochs.parse(typed).value().isEmpty());
    }

    @Test
    void namesTheLimit() {
        assertEquals("must be at least 1", epochs.parse("0").problem());
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "1.0E-8, 1e-8", "10.0, 10", "0.9, 0.9", "1.5E-7, 1.5e-7"})
    void writesNumbersAsPeopleDo(double value, String text) {
        assertEquals(text, rate.format(value));
    }
}
