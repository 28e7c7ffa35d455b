// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.BatchNormalization;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/**
 * Batch normalisation of each channel over all samples and positions. DL4J's {@code decay} is the momentum: the part of
 * the running statistics that is kept at each batch. Scale starts at 1, shift at 0, running mean at 0, variance at 1.
 */
final class BatchNormalizationTranslator implements LayerTranslator<BatchNormalization> {

    private static final LayerParameter[] PARAMETERS = {LayerParameter.preset("gamma", "gamma"),
        LayerParameter.preset("beta", "beta"), LayerParameter.preset("mean", "moving_mean"),
        LayerParameter.preset("var", "moving_variance")};

    @Override
    public Class<BatchNormalization> type() {
        return BatchNormalization.class;
    }

    @Override
    public Signal translate(BatchNormalization layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        plan.remark(StockPath.remark(layer, "a batch normalisation"));
        Signal rows = plan.rows(layer, inputs.get(0));
        var normalization = new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder().useLogStd(false)
                .decay(layer.getMomentum()).eps(layer.getEpsilon()).nIn(rows.channels()).nOut(rows.channels()).build();
        Signal result = new Signal(plan.layer(layer, normalization, rows, PARAMETERS), rows.shape());
        return plan.reshape(layer, result, output);
    }
}
