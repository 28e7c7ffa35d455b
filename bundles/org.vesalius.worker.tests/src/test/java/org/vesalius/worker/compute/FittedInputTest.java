// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.number.NumberArray;
import org.vesalius.network.Input;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.shape.Shape;

/** Samples given channels first; the expected orders are written out by hand. */
class FittedInputTest {
    @Test
    void channelsOfASequenceAreMovedBehindItsSteps() {
        FittedInput fitted = FittedInput.of(numbers(1, 2, 3), input(Shape.sequence(3, 2)));

        assertThat(fitted.tensor().shape()).containsExactly(1, 3, 2);
        assertThat(fitted.tensor().values()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(fitted.remark()).contains("given channels first");
    }

    @Test
    void aSequenceThatFitsIsTakenAsItIs() {
        FittedInput fitted = FittedInput.of(numbers(1, 3, 2), input(Shape.sequence(3, 2)));

        assertThat(fitted.tensor().values()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(fitted.remark()).isEmpty();
    }

    @Test
    void asManyStepsAsChannelsMayBeMeantEitherWayAndThatIsTold() {
        FittedInput fitted = FittedInput.of(numbers(1, 2, 2), input(Shape.sequence(2, 2)));

        assertThat(fitted.tensor().values()).containsExactly(0, 1, 2, 3);
        assertThat(fitted.remark()).contains("taken as it is, channels last");
    }

    @Test
    void whatFitsNeitherWayIsRefused() {
        assertThatThrownBy(() -> FittedInput.of(numbers(1, 2, 4), input(Shape.sequence(3, 2))))
                .isInstanceOf(ReportedException.class);
    }

    private static Input input(Shape shape) {
        Input input = NetworkFactory.eINSTANCE.createInput();
        input.setId("signal");
        input.setName("signal");
        input.setShape(shape);
        return input;
    }

    /** 0, 1, 2 and so on. */
    private static NumberArray numbers(int... shape) {
        float[] values = new float[shape[0] * shape[1] * shape[2]];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new NumberArray(shape, values);
    }
}
