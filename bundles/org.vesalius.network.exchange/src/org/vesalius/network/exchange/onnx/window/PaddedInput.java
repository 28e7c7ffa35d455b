// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.List;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.ZeroPadding3D;
import org.vesalius.network.exchange.onnx.draw.Border;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/**
 * An input ready for a window, and the padding that the layer has to be given: same where that is what the file says,
 * else zeros added by a layer of their own.
 *
 * @param view the input, channels last
 * @param padding the layer's padding
 */
record PaddedInput(View view, Padding padding) {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    /** The input with its border. */
    static PaddedInput of(View in, Border border, SlidingWindow window, ForeignNode node, Reading reading)
            throws NotExpressible {
        if (border.isEmpty()) {
            return new PaddedInput(in, Padding.VALID);
        }
        if (isSame(in, border, window)) {
            return new PaddedInput(in, Padding.SAME);
        }
        return new PaddedInput(padded(in, border, node, reading), Padding.VALID);
    }

    /** Whether the border is that of same padding. */
    static boolean isSame(View in, Border border, SlidingWindow window) {
        try {
            return border.equals(Border.same(window, sizes(in)));
        } catch (NotExpressible e) {
            return false; // the sizes are not known, so a layer of its own adds the border
        }
    }

    /** Sizes of the places of an image, volume or sequence. */
    static List<Integer> sizes(View in) {
        return in.shape().axes().subList(0, in.shape().rank() - 1).stream().map(axis -> axis.size()).toList();
    }

    /** The value with zeros around. */
    static View padded(View in, Border border, ForeignNode node, Reading reading) throws NotExpressible {
        if (border.isNegative()) {
            throw new NotExpressible("its border is negative");
        }
        return reading.add(node.called() + "_border", node.type(), zeros(border), List.of(in));
    }

    /** A layer that adds a border. */
    static Layer zeros(Border border) throws NotExpressible {
        return switch (border.begins().size()) {
            case 1 -> zeros1(border);
            case 2 -> zeros2(border);
            case 3 -> zeros3(border);
            default -> throw new NotExpressible("it pads " + border.begins().size() + " axes");
        };
    }

    private static Layer zeros1(Border border) {
        ZeroPadding1D layer = MAKE.createZeroPadding1D();
        layer.setStart(border.begins().get(0));
        layer.setEnd(border.ends().get(0));
        return layer;
    }

    private static Layer zeros2(Border border) {
        ZeroPadding2D layer = MAKE.createZeroPadding2D();
        layer.setTop(border.begins().get(0));
        layer.setLeft(border.begins().get(1));
        layer.setBottom(border.ends().get(0));
        layer.setRight(border.ends().get(1));
        return layer;
    }

    private static Layer zeros3(Border border) {
        ZeroPadding3D layer = MAKE.createZeroPadding3D();
        layer.setFront(border.begins().get(0));
        layer.setTop(border.begins().get(1));
        layer.setLeft(border.begins().get(2));
        layer.setBack(border.ends().get(0));
        layer.setBottom(border.ends().get(1));
        layer.setRight(border.ends().get(2));
        return layer;
    }
}
