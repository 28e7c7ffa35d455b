// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Layer;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.ZeroPadding3D;

/**
 * Layers that add or cut off places at the border.
 *
 * @param border how many places a layer adds; negative numbers cut off
 * @param <L> the layer type
 */
record BorderWriter<L extends Layer>(Function<L, Border> border) implements LayerWriter<L> {

    /**
     * What changes at the border.
     *
     * @param begins at the start of each axis but the last
     * @param ends at the end of each of them
     * @param cut whether it is cut off
     */
    record Border(List<Integer> begins, List<Integer> ends, boolean cut) {
    }

    static Border border(ZeroPadding1D layer) {
        return new Border(List.of(layer.getStart()), List.of(layer.getEnd()), false);
    }

    static Border border(ZeroPadding2D layer) {
        return new Border(List.of(layer.getTop(), layer.getLeft()), List.of(layer.getBottom(), layer.getRight()),
                false);
    }

    static Border border(ZeroPadding3D layer) {
        return new Border(List.of(layer.getFront(), layer.getTop(), layer.getLeft()),
                List.of(layer.getBack(), layer.getBottom(), layer.getRight()), false);
    }

    static Border border(Cropping1D layer) {
        return new Border(List.of(layer.getStart()), List.of(layer.getEnd()), true);
    }

    static Border border(Cropping2D layer) {
        return new Border(List.of(layer.getTop(), layer.getLeft()), List.of(layer.getBottom(), layer.getRight()),
                true);
    }

    static Border border(Cropping3D layer) {
        return new Border(List.of(layer.getFront(), layer.getTop(), layer.getLeft()),
                List.of(layer.getBack(), layer.getBottom(), layer.getRight()), true);
    }

    @Override
    public Signal write(L layer, LayerSite site) {
        Border around = border.apply(layer);
        Signal in = site.input();
        return in.with(around.cut() ? crop(in, around, site) : pad(in, around, site), site.shape());
    }

    private static String pad(Signal in, Border around, LayerSite site) {
        List<Long> pads = new ArrayList<>(inLayout(in, around.begins()));
        pads.addAll(inLayout(in, around.ends()));
        return site.op("Pad").in(in.value(), site.graph().constant(pads)).out();
    }

    private static String crop(Signal in, Border around, LayerSite site) {
        GraphWriter graph = site.graph();
        List<Long> starts = around.begins().stream().map(Integer::longValue).toList();
        List<Long> ends = around.ends().stream().map(end -> end == 0 ? Long.MAX_VALUE : -end.longValue()).toList();
        List<Long> axes = IntStream.rangeClosed(1, starts.size()).mapToObj(axis -> (long) in.layout().axis(axis,
                in.rank())).toList();
        return site.op("Slice").in(in.value(), graph.constant(starts), graph.constant(ends), graph.constant(axes))
                .out();
    }

    /** Numbers for the places, with 0 for batch and channels, in the order of the signal's axes. */
    private static List<Long> inLayout(Signal in, List<Integer> places) {
        return in.layout().order(in.rank()).stream()
                .map(axis -> axis == 0 || axis == in.rank() ? 0L : places.get(axis - 1)).toList();
    }
}
