// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.Optimizer;
import org.vesalius.network.Network;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.worker.dl4j.optimizer.EpochRate;
import org.vesalius.worker.dl4j.optimizer.Updaters;
import org.vesalius.worker.spi.Remark;

/**
 * Builds DL4J graphs from networks.
 *
 * @param catalog the layer types, for shapes
 * @param translators how each type is built
 * @param path which arithmetic to build for
 */
public record GraphFactory(LayerCatalog catalog, LayerTranslators translators, NumericPath path) {

    /**
     * Builds a network with fresh parameters.
     *
     * @param network a network without errors
     * @param optimizer the optimiser
     * @param seed seeds the parameters
     * @throws org.vesalius.core.ReportedException if DL4J can't build it; the message names the layer
     */
    public BuiltGraph build(Network network, Optimizer optimizer, long seed) {
        EpochRate rate = new EpochRate(optimizer.getLearningRate());
        GraphBuilder builder = settings(optimizer, seed, rate).graphBuilder();
        FusedActivations fused = FusedActivations.of(network);
        GraphPlan plan = new GraphPlan(builder, catalog, translators, fused, path);
        WeightShapes shapes = new WeightShapes(catalog);
        NetworkPlan ports = new NetworkPlan(network, builder, plan, fused, shapes);
        ports.add();
        plan.removeUnusedMasks();
        ComputationGraph graph = initialised(builder.build(), plan, seed);
        Updaters.applyDecay(optimizer, graph);
        List<Remark> remarks = new ArrayList<>(translators.remarks());
        remarks.addAll(plan.remarks());
        return new BuiltGraph(graph, ports.inputs(), ports.outputs(), rate, weights(plan, shapes, graph),
                remarks);
    }

    private static List<GraphWeight> weights(GraphPlan plan, WeightShapes shapes, ComputationGraph graph) {
        return plan.weights().stream().map(planned -> {
            INDArray array = planned.in(graph);
            return new GraphWeight(planned.layer(), planned.name(), shapes.of(planned, array),
                    planned.parameter().layout(), array);
        }).toList();
    }

    private NeuralNetConfiguration.Builder settings(Optimizer optimizer, long seed, EpochRate rate) {
        return new NeuralNetConfiguration.Builder().seed(seed).dataType(path.type())
                .trainingWorkspaceMode(WorkspaceMode.ENABLED).inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .cacheMode(CacheMode.NONE).updater(Updaters.of(optimizer, rate));
    }

    private static ComputationGraph initialised(ComputationGraphConfiguration configuration, GraphPlan plan,
            long seed) {
        configuration.setValidateOutputLayerConfig(false);
        ComputationGraph graph = withParameters(configuration, plan);
        for (Layer layer : graph.getLayers()) {
            // DL4J would let dropout overwrite the activations that the layer before it keeps for the way back.
            layer.allowInputModification(false);
        }
        new InitialParameters(seed).apply(plan.weights(), graph);
        clearUpdaterState(graph);
        return graph;
    }

    /** DL4J's own first values cost much time: they are drawn only for parameters that we don't start ourselves. */
    private static ComputationGraph withParameters(ComputationGraphConfiguration configuration, GraphPlan plan) {
        ComputationGraph graph = new ComputationGraph(configuration);
        long count = parameters(configuration);
        graph.init(count == 0 ? null : Nd4j.zeros(configuration.getDataType(), 1, count), false);
        long started = plan.weights().stream().filter(weight -> weight.parameter().initializer().isPresent())
                .mapToLong(weight -> weight.in(graph).length()).sum();
        if (started == count) {
            return graph;
        }
        ComputationGraph drawn = new ComputationGraph(configuration);
        drawn.init();
        return drawn;
    }

    private static long parameters(ComputationGraphConfiguration configuration) {
        return configuration.getVertices().values().stream().mapToLong(vertex -> {
            vertex.setDataType(configuration.getDataType());
            return vertex.numParams(true);
        }).sum();
    }

    /** DL4J starts RMSProp's running mean of squares at its epsilon; Keras and PyTorch start at 0. */
    private static void clearUpdaterState(ComputationGraph graph) {
        INDArray state = graph.getUpdater().getStateViewArray();
        if (state != null) {
            state.assign(0);
        }
    }
}
