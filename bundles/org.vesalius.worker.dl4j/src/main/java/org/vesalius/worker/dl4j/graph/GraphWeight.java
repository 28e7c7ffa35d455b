// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.Layer;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.dl4j.runtime.ArrayMemory;

/**
 * A weight of the network and where the graph keeps its numbers.
 *
 * @param layer the layer on the canvas that it belongs to
 * @param name its name within that layer, such as {@code kernel} or {@code forward/kernel}
 * @param shape sizes of its axes in the layout of Keras 2, channels last
 * @param layout how DL4J's numbers relate to the weight's
 * @param array DL4J's array, a view into the parameters of the graph
 */
public record GraphWeight(Layer layer, String name, List<Integer> shape, WeightLayout layout, INDArray array) {

    /** Copies the shape. */
    public GraphWeight {
        shape = List.copyOf(shape);
    }

    /** A copy of its numbers. */
    public WeightTensor values() {
        return new WeightTensor(shape, layout.toWeight(ArrayMemory.floats(array), array.shape()));
    }

    /**
     * Takes over numbers.
     *
     * @param tensor of the shape of this weight
     */
    public void set(WeightTensor tensor) {
        float[] engine = layout.toEngine(tensor.values(), array.shape());
        array.assign(Nd4j.createFromArray(engine).reshape('c', array.shape()).castTo(array.dataType()));
    }
}
