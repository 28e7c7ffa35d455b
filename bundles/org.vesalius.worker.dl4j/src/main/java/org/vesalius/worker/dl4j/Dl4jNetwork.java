// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.BuiltGraph.InputPort;
import org.vesalius.worker.dl4j.graph.BuiltGraph.OutputPort;
import org.vesalius.worker.dl4j.runtime.ArrayMemory;
import org.vesalius.worker.dl4j.runtime.FeedArrays;
import org.vesalius.worker.dl4j.runtime.NativeMemory;
import org.vesalius.worker.dl4j.state.GraphState;
import org.vesalius.worker.dl4j.state.GraphWeights;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Remark;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** A network as a DL4J computation graph. */
final class Dl4jNetwork implements TrainableNetwork {

    /** Keeps the seeds of the epochs of neighbouring seeds apart. Golden ratio in 64 bits. */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final BuiltGraph built;
    private final ComputationGraph graph;
    private final long seed;
    private final Map<String, FeedArrays> inputArrays = new HashMap<>();
    private final Map<String, FeedArrays> targetArrays = new HashMap<>();

    /**
     * @param built the graph
     * @param seed seeds what is random in an epoch
     */
    Dl4jNetwork(BuiltGraph built, long seed) {
        this.built = built;
        this.seed = seed;
        this.graph = built.graph();
        built.inputs().forEach(port -> inputArrays.put(port.name(), new FeedArrays(sizes(port))));
        built.outputs().forEach(port -> targetArrays.put(port.name(), new FeedArrays(port.targetColumns())));
    }

    @Override
    public void beginEpoch(int epoch, double learningRate) {
        built.rate().set(learningRate);
        graph.getConfiguration().setEpochCount(epoch - 1);
        Nd4j.getRandom().setSeed(seed * SEED_STEP + epoch);
    }

    @Override
    public StepResult fit(Batch batch) {
        INDArray[] inputs = inputs(batch);
        INDArray[] targets = targets(batch);
        built.outputs().forEach(output -> output.loss().weigh(required(batch.weights(), output.name()).values()));
        NativeMemory.guard(() -> {
            graph.fit(inputs, targets);
            return null;
        });
        double sum = 0;
        Map<String, Double> losses = new LinkedHashMap<>();
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (OutputPort output : built.outputs()) {
            sum += output.loss().sum();
            losses.put(output.name(), output.loss().sum() / batch.size());
            outputs.put(output.name(), new Tensor(shape(output, batch.size()), output.loss().outputs()));
        }
        return new StepResult(sum / batch.size(), losses, outputs);
    }

    @Override
    public Map<String, Tensor> predict(Batch batch) {
        INDArray[] results = NativeMemory.guard(() -> graph.output(false, inputs(batch)));
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (int i = 0; i < results.length; i++) {
            OutputPort output = built.outputs().get(i);
            outputs.put(output.name(), new Tensor(shape(output, batch.size()), ArrayMemory.floats(results[i])));
        }
        return outputs;
    }

    @Override
    public void save(Path folder) throws IOException {
        new GraphState(graph).save(folder);
    }

    @Override
    public boolean isSavedIn(Path folder) throws IOException {
        return new GraphState(graph).isSavedIn(folder);
    }

    @Override
    public void load(Path folder) throws IOException {
        new GraphState(graph).load(folder);
    }

    @Override
    public String parametersSha256() {
        return new GraphState(graph).parametersSha256();
    }

    @Override
    public boolean isFinite() {
        return new GraphState(graph).isFinite();
    }

    @Override
    public NetworkWeights weights() {
        return new GraphWeights(built.weights()).get();
    }

    @Override
    public void setWeights(NetworkWeights weights) {
        new GraphWeights(built.weights()).set(weights);
    }

    @Override
    public List<Remark> remarks() {
        return built.remarks();
    }

    @Override
    public void close() {
        inputArrays.clear();
        targetArrays.clear();
        graph.clear();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }

    private INDArray[] inputs(Batch batch) {
        return built.inputs().stream().map(port -> inputArrays.get(port.name()).fill(batch.size(),
                required(batch.inputs(), port.name()).values())).toArray(INDArray[]::new);
    }

    private INDArray[] targets(Batch batch) {
        return built.outputs().stream().map(port -> targetArrays.get(port.name()).fill(
                batch.size() * port.rowsPerSample(), required(batch.targets(), port.name()).values()))
                .toArray(INDArray[]::new);
    }

    private static Tensor required(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the batch has nothing for '" + name + "'");
        }
        return tensor;
    }

    private static long[] sizes(InputPort port) {
        return port.shape().axes().stream().mapToLong(axis -> axis.size()).toArray();
    }

    private static int[] shape(OutputPort port, int samples) {
        int[] shape = new int[port.shape().rank() + 1];
        shape[0] = samples;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = port.shape().size(i - 1);
        }
        return shape;
    }
}
