// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.loss.OutputLoss;

/**
 * An output of a graph. DL4J sees it as rows: {@code [samples·rowsPerSample, columns]}.
 *
 * @param name name of the Output layer
 * @param shape shape of one sample
 * @param loss its loss, which also keeps the outputs of the last training step
 */
public record OutputPort(String name, Shape shape, OutputLoss loss) {

    /** Numbers in a row: the size of the last axis. */
    public int columns() {
        return shape.last().size();
    }

    /** How many rows belong to one sample: 1 for a vector, the number of steps for a sequence. */
    public int rowsPerSample() {
        return rowsPerSample(shape);
    }

    static int rowsPerSample(Shape shape) {
        return Math.toIntExact(shape.elements().orElseThrow() / shape.last().size());
    }
}
