// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vesalius.network.Flatten;
import org.vesalius.network.Interpolation;
import org.vesalius.network.Layer;
import org.vesalius.network.Permute;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.Reshape;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Layers that change sizes and axes. */
final class TorchShapes {
    private TorchShapes() {
    }

    static TorchSignal flatten(Flatten layer, TorchSite site) {
        return site.result(site.input(false).variable() + ".flatten(1)", false);
    }

    static TorchSignal reshape(Reshape layer, TorchSite site) {
        String sizes = site.shape().axes().stream().map(Axis::size).map(String::valueOf)
                .collect(Collectors.joining(", "));
        String in = site.input(false).variable();
        return site.result(in + ".reshape(" + in + ".shape[0], " + sizes + ")", false);
    }

    static TorchSignal permute(Permute layer, TorchSite site) {
        TorchSignal in = site.input(false);
        return layer.getOrder() == null ? in
                : site.result(in.variable() + ".permute(0, " + Python.list(layer.getOrder().axes()) + ")", false);
    }

    static TorchSignal repeat(RepeatVector layer, TorchSite site) {
        return site.result(site.input(false).variable() + ".unsqueeze(1).expand(-1, " + layer.getTimes() + ", -1)",
                false);
    }

    static TorchSignal pad(List<Integer> begins, List<Integer> ends, TorchSite site) {
        List<Integer> pads = new ArrayList<>(begins);
        pads.addAll(ends);
        return site.result(new TorchConvolutions.Border(pads).around(site.input(true).variable(), "0"), true);
    }

    static TorchSignal crop(List<Integer> begins, List<Integer> ends, TorchSite site) {
        List<String> cuts = new ArrayList<>();
        for (int axis = 0; axis < begins.size(); axis++) {
            cuts.add((begins.get(axis) == 0 ? "" : begins.get(axis)) + ":"
                    + (ends.get(axis) == 0 ? "" : "-" + ends.get(axis)));
        }
        return site.result(site.input(true).variable() + "[:, :, " + String.join(", ", cuts) + "]", true);
    }

    static TorchSignal enlarge(Layer layer, List<Integer> factors, TorchSite site) {
        boolean smooth = layer instanceof UpSampling2D up && up.getInterpolation() == Interpolation.BILINEAR;
        return site.result("F.interpolate(" + site.input(true).variable() + ", scale_factor=" + Python.size(factors)
                + (smooth ? ", mode=\"bilinear\", align_corners=False" : "") + ")", true);
    }

    /** A shape without its first axis. */
    static Shape withoutTime(Shape shape) {
        return new Shape(shape.axes().subList(1, shape.rank()));
    }
}
