// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.network.shape.Shape;

/**
 * What flows from one layer to the next in the code.
 *
 * @param variable the variable that holds it
 * @param shape shape of one sample, axes in Vesalius' order
 * @param channelsFirst whether the channels come before the places, as PyTorch's convolutions want them
 */
record TorchSignal(String variable, Shape shape, boolean channelsFirst) {

    int rank() {
        return shape.rank();
    }

    /** The axis of the channels or features, counted with the batch. */
    int channelAxis() {
        return channelsFirst && rank() > 1 ? 1 : rank();
    }

    /** Where an axis of a sample lies, counted with the batch. */
    int axis(int natural) {
        return channelsFirst && rank() > 1 ? natural == rank() - 1 ? 1 : natural + 2 : natural + 1;
    }

    TorchSignal with(String newVariable) {
        return new TorchSignal(newVariable, shape, channelsFirst);
    }

    TorchSignal with(String newVariable, Shape newShape) {
        return new TorchSignal(newVariable, newShape, channelsFirst);
    }

    /** The expression that brings it into the other layout. */
    String exchanged() {
        String order = channelsFirst
                ? IntStream.range(2, rank() + 1).mapToObj(i -> i + ", ").collect(Collectors.joining()) + "1"
                : rank() + IntStream.range(1, rank()).mapToObj(i -> ", " + i).collect(Collectors.joining());
        return variable + ".permute(0, " + order + ")";
    }
}
