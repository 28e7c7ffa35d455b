// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.draw.AxisMap;
import org.vesalius.network.exchange.onnx.draw.MatrixProduct;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/**
 * Products with a matrix of weights: Dense for a vector, at every step for a sequence, a convolution with a window of 1
 * for images and volumes. Where an image was flattened channels first, the rows of the matrix change places instead.
 */
public final class DenseReaders {
    private DenseReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Gemm", DenseReaders::gemm);
        readers.put("MatMul", DenseReaders::matMul);
    }

    private static void gemm(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        if (node.integer("transA", 0) != 0 || in.rank() != 2) {
            throw new NotExpressible("it multiplies from the other side");
        }
        WeightTensor matrix = matrix(reading.needed(node, 1));
        WeightTensor kernel = node.integer("transB", 0) == 0 ? matrix : Permutation.of(matrix, List.of(1, 0));
        if (reading.value(node, 2).orElse(null) instanceof View) {
            withBiasFromData(in, kernel, node, reading);
            return;
        }
        Optional<ForeignArray> bias = reading.constant(node, 2);
        Optional<float[]> shift = Optional.empty();
        if (bias.isPresent()) {
            shift = Optional.of(scaled(spread(bias.get(), kernel.shape().get(1)), node.number("beta", 1)));
        }
        reading.put(node, MatrixProduct.of(in, new WeightTensor(kernel.shape(), scaled(kernel.values(),
                node.number("alpha", 1))), shift, node, reading));
    }

    private static void withBiasFromData(View in, WeightTensor kernel, ForeignNode node, Reading reading)
            throws NotExpressible {
        View product = MatrixProduct.of(in, new WeightTensor(kernel.shape(), scaled(kernel.values(), node.number("alpha", 1))),
                Optional.empty(), node, reading);
        View bias = new Steps(node, reading, reading.view(node, 2)).rescaled(node.number("beta", 1), 0).view();
        List<View> alike = AxisAlignment.arrange(List.of(product, bias), node, reading);
        reading.put(node, AxisAlignment.like(reading.add(node, NetworkFactory.eINSTANCE.createAdd(),
                alike.toArray(View[]::new)), alike));
    }

    private static void matMul(ForeignNode node, Reading reading) throws NotExpressible {
        if (reading.value(node, 0).orElse(null) instanceof ForeignArray left) {
            View in = reading.view(node, 1);
            if (in.rank() < 2) {
                throw new NotExpressible("it multiplies a matrix by a vector");
            }
            reading.put(node, new AxisMap(node, reading).applied(in, in.rank() - 2,
                    Permutation.of(matrix(left), List.of(1, 0))));
            return;
        }
        if (!(reading.value(node, 1).orElse(null) instanceof ForeignArray array)) {
            reading.put(node, new PairedSteps(node, reading).product(reading.view(node, 0), reading.view(node, 1)));
            return;
        }
        if (array.dims().size() == 1) {
            View column = MatrixProduct.of(reading.view(node, 0), matrix(array.reshaped(List.of(array.size(), 1))),
                    Optional.empty(), node, reading);
            reading.put(node, column.under(column.groups().subList(0, column.rank() - 1)));
            return;
        }
        reading.put(node, MatrixProduct.of(reading.view(node, 0), matrix(array), Optional.empty(), node, reading));
    }

    private static WeightTensor matrix(ForeignArray array) throws NotExpressible {
        int rank = array.dims().size();
        if (rank < 2 || array.dims().subList(0, rank - 2).stream().anyMatch(size -> size != 1)) {
            throw new NotExpressible("its weights are no matrix");
        }
        return array.tensor().reshaped(array.dims().subList(rank - 2, rank));
    }

    private static float[] spread(ForeignArray bias, int units) throws NotExpressible {
        float[] spread = new float[units];
        if (bias.size() != units && bias.size() != 1) {
            throw new NotExpressible("its bias does not fit its weights");
        }
        for (int i = 0; i < units; i++) {
            spread[i] = bias.floats()[bias.size() == 1 ? 0 : i];
        }
        return spread;
    }

    private static float[] scaled(float[] values, double factor) {
        if (factor == 1) {
            return values;
        }
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return scaled;
    }
}
