// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Convolution;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;
import org.vesalius.network.weights.WeightTensor;

/**
 * A matrix applied to the last axis.
 *
 * @param matrix inputs × units
 * @param bias what is added, one number a unit
 * @param places how many axes lie before the last
 */
record AppliedMatrix(WeightTensor matrix, Optional<float[]> bias, int places) {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    /** Adds the layer that computes it. */
    View add(View in, ForeignNode node, Reading reading) throws NotExpressible {
        Layer layer = layer();
        View result = reading.add(node, layer, in);
        List<Integer> shape = new ArrayList<>(places > 1 ? Collections.nCopies(places, 1) : List.of());
        shape.addAll(matrix.shape());
        reading.draft().weight(layer, "kernel", matrix.reshaped(shape));
        bias.ifPresent(values -> reading.draft().weight(layer, "bias", WeightTensor.of(values, values.length)));
        return result;
    }

    private Layer layer() throws NotExpressible {
        return switch (places) {
            case 0 -> dense();
            case 1 -> atEveryStep();
            case 2 -> atEveryPixel();
            case 3 -> atEveryVoxel();
            default -> throw new NotExpressible("it multiplies along the last of " + (places + 1) + " axes");
        };
    }

    private Dense dense() {
        Dense dense = MAKE.createDense();
        dense.setUnits(matrix.shape().get(1));
        dense.setUseBias(bias.isPresent());
        return dense;
    }

    private Layer atEveryStep() {
        TimeDistributed wrapper = MAKE.createTimeDistributed();
        wrapper.setLayer(dense());
        return wrapper;
    }

    private Layer atEveryPixel() {
        Convolution2D convolution = MAKE.createConvolution2D();
        convolution.setKernelSize(Size2D.square(1));
        return filters(convolution);
    }

    private Layer atEveryVoxel() {
        Convolution3D convolution = MAKE.createConvolution3D();
        convolution.setKernelSize(Size3D.cube(1));
        return filters(convolution);
    }

    private Layer filters(Convolution convolution) {
        convolution.setFilters(matrix.shape().get(1));
        convolution.setUseBias(bias.isPresent());
        return convolution;
    }
}
