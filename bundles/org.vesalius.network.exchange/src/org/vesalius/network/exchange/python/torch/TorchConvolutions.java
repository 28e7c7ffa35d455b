// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.Convolution;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.Padding;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.exchange.window.WindowOf;
import org.vesalius.network.shape.Shape;

/** Convolutions. */
final class TorchConvolutions {
    private TorchConvolutions() {
    }

    static TorchSignal ordinary(Convolution layer, Sliding window, TorchSite site) {
        TorchSignal in = site.input(true);
        Border border = Border.of(window, in, site);
        String made = site.part("nn.Conv" + window.axes() + "d(" + channels(in) + ", " + layer.getFilters() + ", "
                + window(window) + border.argument() + bias(layer.isUseBias()) + ")");
        site.load("kernel", ".weight", channelsFirst(window.axes()));
        site.loadIf(layer.isUseBias(), "bias", ".bias", "");
        return site.result(TorchFunctions.of(layer.getActivation(), made + "(" + border.padded(in, "0") + ")", 1), true);
    }

    static TorchSignal depthwise(DepthwiseConvolution2D layer, TorchSite site) {
        Sliding window = WindowOf.layer(layer);
        TorchSignal in = site.input(true);
        Border border = Border.of(window, in, site);
        int results = channels(in) * layer.getDepthMultiplier();
        String made = site.part("nn.Conv2d(" + channels(in) + ", " + results + ", " + window(window)
                + border.argument() + ", groups=" + channels(in) + bias(layer.isUseBias()) + ")");
        site.load("depthwise_kernel", ".weight", ofEachChannel(window, results));
        site.loadIf(layer.isUseBias(), "bias", ".bias", "");
        return site.result(TorchFunctions.of(layer.getActivation(), made + "(" + border.padded(in, "0") + ")", 1), true);
    }

    static TorchSignal separable(SeparableConvolution2D layer, TorchSite site) {
        Sliding window = WindowOf.layer(layer);
        TorchSignal in = site.input(true);
        Border border = Border.of(window, in, site);
        int between = channels(in) * layer.getDepthMultiplier();
        String each = site.part("each", "nn.Conv2d(" + channels(in) + ", " + between + ", " + window(window)
                + border.argument() + ", groups=" + channels(in) + ", bias=False)");
        String mix = site.part("mix", "nn.Conv2d(" + between + ", " + layer.getFilters() + ", 1"
                + bias(layer.isUseBias()) + ")");
        site.load("depthwise_kernel", "_each.weight", ofEachChannel(window, between));
        site.load("pointwise_kernel", "_mix.weight", channelsFirst(2));
        site.loadIf(layer.isUseBias(), "bias", "_mix.bias", "");
        return site.result(TorchFunctions.of(layer.getActivation(),
                mix + "(" + each + "(" + border.padded(in, "0") + "))", 1), true);
    }

    static TorchSignal transposed(Convolution layer, Sliding window, TorchSite site) {
        TorchSignal in = site.input(true);
        List<Integer> filled = new ArrayList<>();
        List<String> cuts = new ArrayList<>();
        for (int axis = 0; axis < window.axes(); axis++) {
            int surplus = window.kernel().get(axis) - window.stride().get(axis);
            int cut = layer.getPadding() == Padding.SAME ? Math.max(0, surplus) : 0;
            filled.add(Math.max(0, -surplus));
            cuts.add(cut == 0 ? ":" : cut / 2 + ":-" + (cut - cut / 2));
        }
        String made = site.part("nn.ConvTranspose" + window.axes() + "d(" + channels(in) + ", " + layer.getFilters()
                + ", " + window(window) + (filled.stream().allMatch(f -> f == 0) ? ""
                        : ", output_padding=" + Python.size(filled))
                + bias(layer.isUseBias()) + ")");
        site.load("kernel", ".weight", channelsFirst(window.axes()));
        site.loadIf(layer.isUseBias(), "bias", ".bias", "");
        boolean whole = cuts.stream().allMatch(":"::equals);
        String cut = whole ? "" : "[:, :, " + String.join(", ", cuts) + "]";
        return site.result(TorchFunctions.of(layer.getActivation(), made + "(" + in.variable() + ")" + cut, 1), true);
    }

    private static int channels(TorchSignal in) {
        return in.shape().last().size();
    }

    private static String window(Sliding window) {
        boolean still = window.stride().stream().allMatch(s -> s == 1);
        boolean dense = window.dilation().stream().allMatch(d -> d == 1);
        return Python.size(window.kernel()) + Python.unless(still, "stride=" + Python.size(window.stride()))
                + Python.unless(dense, "dilation=" + Python.size(window.dilation()));
    }

    private static String bias(boolean used) {
        return Python.unless(used, "bias=False");
    }

    /** Places × in × out becomes out × in × places; for transposed convolutions the same exchange fits. */
    private static String channelsFirst(int places) {
        List<Integer> order = new ArrayList<>(List.of(places + 1, places));
        IntStream.range(0, places).forEach(order::add);
        return ".transpose(" + Python.list(order) + ")";
    }

    private static String ofEachChannel(Sliding window, int results) {
        return ".transpose(2, 3, 0, 1).reshape(" + results + ", 1, " + Python.list(window.kernel()) + ")";
    }

    /**
     * What a window adds around its input: by the layer itself where it is even, else by a pad before it.
     *
     * @param pads at the start of each axis, then at the end of each
     */
    record Border(List<Integer> pads) {
        static Border of(Sliding window, TorchSignal in, TorchSite site) {
            Shape shape = in.shape();
            if (!window.isDetermined(shape)) {
                throw site.refuse("its padding depends on the size of its input, which is not known",
                        "Give the input of the network a fixed size.");
            }
            return new Border(window.pads(shape));
        }

        List<Integer> begins() {
            return pads.subList(0, pads.size() / 2);
        }

        boolean isEmpty() {
            return pads.stream().allMatch(pad -> pad == 0);
        }

        boolean isEven() {
            return begins().equals(pads.subList(pads.size() / 2, pads.size()));
        }

        /** The argument for an even border. */
        String argument() {
            return isEmpty() || !isEven() ? "" : ", padding=" + Python.size(begins());
        }

        /** The input, padded with a value where the border is uneven. */
        String padded(TorchSignal in, String value) {
            return isEmpty() || isEven() ? in.variable() : around(in.variable(), value);
        }

        /** Something padded; PyTorch counts the axes from the last. */
        String around(String expression, String value) {
            List<Integer> fromLast = new ArrayList<>();
            int axes = pads.size() / 2;
            for (int axis = axes - 1; axis >= 0; axis--) {
                fromLast.add(pads.get(axis));
                fromLast.add(pads.get(axes + axis));
            }
            return "F.pad(" + expression + ", " + Python.tuple(fromLast)
                    + (value.equals("0") ? "" : ", value=" + value) + ")";
        }
    }
}
