// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Connection;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.worker.spi.Remark;
import org.vesalius.worker.spi.TrainableNetwork;

class StockPathRemarkTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;

    @Test
    void namesOnlyTheLayersThatOneDnnDoesNotRun() {
        Network network = Samples.network();
        DepthwiseConvolution2D wide = LAYERS.createDepthwiseConvolution2D();
        wide.setName("wide");
        wide.setKernelSize(Size2D.square(17));
        wide.setPadding(Padding.SAME);
        insertBehindFirst(network, wide);

        assertThat(remarks(network)).singleElement()
                .satisfies(remark -> assertThat(remark.code()).isEqualTo("dl4j.stock-path"))
                .satisfies(remark -> assertThat(remark.message()).startsWith("Layer 'wide' is a depthwise"));
    }

    @Test
    void namesTheWrapperOfALayerOnce() {
        DepthwiseConvolution2D wide = LAYERS.createDepthwiseConvolution2D();
        wide.setKernelSize(Size2D.square(17));
        TimeDistributed each = LAYERS.createTimeDistributed();
        each.setLayer(wide);
        Network network = new NetworkBuilder("film")
                .add("frames", LAYERS.createInput(),
                        input -> input.setShape(Shape.valueOf("time:2 height:18 width:18 channels:1")))
                .add("each", each).add("flat", LAYERS.createFlatten()).add("decision", LAYERS.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setActivation(ActivationFunction.SIGMOID);
                }).add("finding", LAYERS.createOutput()).build();

        assertThat(remarks(network)).singleElement()
                .satisfies(remark -> assertThat(remark.message()).startsWith("Layer 'each' is a depthwise"));
    }

    private static void insertBehindFirst(Network network, DepthwiseConvolution2D layer) {
        network.getLayers().add(layer);
        Connection first = network.getConnections().get(0);
        Connection behind = LAYERS.createConnection();
        behind.setSource(layer);
        behind.setTarget(first.getTarget());
        first.setTarget(layer);
        network.getConnections().add(behind);
    }

    private static List<Remark> remarks(Network network) {
        try (TrainableNetwork built = Samples.build(network, ExperimentFactory.eINSTANCE.createAdam(), 1)) {
            return built.remarks();
        }
    }
}
