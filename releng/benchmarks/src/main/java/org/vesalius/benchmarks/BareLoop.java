// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.data.BatchSplit;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;
import org.vesalius.worker.dl4j.layer.StandardTranslators;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/** Nothing but {@code ComputationGraph.fit} over arrays that lie in memory, with the same layers on oneDNN. */
final class BareLoop implements Subject {

    private final ComputationGraph graph;
    private final List<INDArray[]> inputs = new ArrayList<>();
    private final List<INDArray[]> targets = new ArrayList<>();
    private int samples;

    BareLoop(TrainingData data) {
        BuiltGraph built = new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.FAST)
                .build(data.loaded().network(), data.loaded().experiment().getTraining().getOptimizer(), 1);
        graph = built.graph();
        int size = data.loaded().experiment().getTraining().getBatchSize();
        for (int[] numbers : BatchSplit.of(data.data().subsets().training(), size)) {
            Batch batch = data.data().assembler().assemble(numbers, 1);
            inputs.add(new INDArray[] {array(batch.inputs().get(built.inputs().get(0).name()))});
            targets.add(new INDArray[] {array(batch.targets().get(built.outputs().get(0).name()))});
            samples += numbers.length;
        }
    }

    @Override
    public String name() {
        return "bare DL4J: fit on arrays in memory";
    }

    @Override
    public double block() {
        long start = System.nanoTime();
        for (int i = 0; i < inputs.size(); i++) {
            graph.fit(inputs.get(i), targets.get(i));
        }
        return samples * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private static INDArray array(Tensor tensor) {
        long[] shape = new long[tensor.shape().length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = tensor.shape()[i];
        }
        return Nd4j.create(tensor.values(), shape, 'c');
    }
}
