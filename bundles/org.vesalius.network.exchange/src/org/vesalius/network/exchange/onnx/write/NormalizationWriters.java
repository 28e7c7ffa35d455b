// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.Normalization;
import org.vesalius.network.Rescaling;

/** Layers that shift and scale. */
final class NormalizationWriters {
    /** What Keras divides by at least, so that a constant channel gives no infinity. */
    private static final double SMALLEST_DEVIATION = 1e-7;

    private NormalizationWriters() {
    }

    static Signal batch(BatchNormalization layer, LayerSite site) {
        Signal in = site.input(Layout.CHANNELS_FIRST);
        int channels = in.shape().last().size();
        String scale = site.weightIf(layer.isScale(), "gamma").orElseGet(() -> filled(channels, 1, site));
        String shift = site.weightIf(layer.isCenter(), "beta").orElseGet(() -> filled(channels, 0, site));
        Op op = site.op("BatchNormalization").in(in.value(), scale, shift, site.weight("moving_mean"),
                site.weight("moving_variance"));
        return in.with(op.number("epsilon", layer.getEpsilon()).number("momentum", layer.getMomentum()).out());
    }

    /** Put together, since the operator LayerNormalization came with operator set 17 only. */
    static Signal layer(LayerNormalization layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        String centered = site.op("Sub").in(in.value(), mean(in.value(), site)).out();
        String variance = mean(site.op("Mul").in(centered, centered).out(), site);
        String raised = site.op("Add").in(variance, site.graph().constant(layer.getEpsilon())).out();
        String unit = site.op("Div").in(centered, site.op("Sqrt").in(raised).out()).out();
        String scaled = site.weightIf(layer.isScale(), "gamma")
                .map(gamma -> site.op("Mul").in(unit, gamma).out()).orElse(unit);
        return in.with(site.weightIf(layer.isCenter(), "beta")
                .map(beta -> site.op("Add").in(scaled, beta).out()).orElse(scaled));
    }

    /** By InstanceNormalization of rows that hold one group each: the operator for groups came with operator set 18. */
    static Signal groups(GroupNormalization layer, LayerSite site) {
        Signal in = site.input(Layout.CHANNELS_FIRST);
        int channels = in.shape().last().size();
        int groups = layer.getGroups() < 0 ? channels : layer.getGroups();
        GraphWriter graph = site.graph();
        String rows = site.op("Reshape").in(in.value(), graph.constant(List.of(0L, (long) groups, -1L))).out();
        String unit = site.op("InstanceNormalization").in(rows, filled(groups, 1, site), filled(groups, 0, site))
                .number("epsilon", layer.getEpsilon()).out();
        String back = site.op("Reshape").in(unit, site.op("Shape").in(in.value()).out()).out();
        WeightLayout spread = WeightLayout.reshaped(List.of(channels), spread(channels, in.shape().rank() - 1));
        String scaled = layer.isScale() ? site.op("Mul").in(back, site.weight("gamma", spread)).out() : back;
        return in.with(layer.isCenter() ? site.op("Add").in(scaled, site.weight("beta", spread)).out() : scaled);
    }

    /** One number for each channel, before so many places. */
    private static List<Integer> spread(int channels, int places) {
        List<Integer> shape = new ArrayList<>(List.of(channels));
        shape.addAll(Collections.nCopies(places, 1));
        return shape;
    }

    static Signal stored(Normalization layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        String deviation = site.op("Sqrt").in(site.weight("variance")).out();
        String atLeast = site.op("Max").in(deviation, site.graph().constant(SMALLEST_DEVIATION)).out();
        String centered = site.op("Sub").in(in.value(), site.weight("mean")).out();
        return in.with(site.op("Div").in(centered, atLeast).out());
    }

    static Signal rescaling(Rescaling layer, LayerSite site) {
        Signal in = site.input();
        GraphWriter graph = site.graph();
        String scaled = site.op("Mul").in(in.value(), graph.constant(layer.getScale())).out();
        return in.with(site.op("Add").in(scaled, graph.constant(layer.getOffset())).out());
    }

    private static String mean(String value, LayerSite site) {
        return site.op("ReduceMean").in(value).ints("axes", List.of(-1)).integer("keepdims", 1).out();
    }

    private static String filled(int channels, float value, LayerSite site) {
        float[] values = site.newNumbers(1, channels);
        Arrays.fill(values, value);
        return site.graph().constant("filled", Protos.ofFloats(List.of(channels), values));
    }
}
