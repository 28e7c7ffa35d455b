// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/**
 * What a window adds around its input.
 *
 * @param begins places at the start of each axis
 * @param ends places at the end of each axis
 */
public record Border(List<Integer> begins, List<Integer> ends) {
    public Border {
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }

    /** The border of an operator, by its attributes pads or auto_pad. */
    public static Border of(ForeignNode node, SlidingWindow window, List<Integer> sizes) throws NotExpressible {
        int axes = window.axes();
        return switch (node.text("auto_pad", "NOTSET")) {
            case "NOTSET" -> written(node.integers("pads"), axes);
            case "VALID" -> written(List.of(), axes);
            case "SAME_UPPER" -> same(window, sizes, false);
            case "SAME_LOWER" -> same(window, sizes, true);
            default -> throw new NotExpressible("its border is given in a way that is not known");
        };
    }

    /** The border with which a layer's same padding works: the odd place at the end. */
    public static Border same(SlidingWindow window, List<Integer> sizes) throws NotExpressible {
        return same(window, sizes, false);
    }

    /** Nothing added. */
    public boolean isEmpty() {
        return begins.stream().allMatch(b -> b == 0) && ends.stream().allMatch(e -> e == 0);
    }

    public boolean isNegative() {
        return begins.stream().anyMatch(b -> b < 0) || ends.stream().anyMatch(e -> e < 0);
    }

    private static Border written(List<Long> pads, int axes) throws NotExpressible {
        if (pads.isEmpty()) {
            return new Border(Collections.nCopies(axes, 0), Collections.nCopies(axes, 0));
        }
        if (pads.size() != 2 * axes || pads.stream().anyMatch(pad -> Math.abs(pad) > SlidingWindow.LARGEST)) {
            throw new NotExpressible("its border " + pads + " does not fit its window");
        }
        List<Integer> all = pads.stream().map(Long::intValue).toList();
        return new Border(all.subList(0, axes), all.subList(axes, 2 * axes));
    }

    private static Border same(SlidingWindow window, List<Integer> sizes, boolean oddFirst) throws NotExpressible {
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < window.axes(); axis++) {
            int total = total(window, sizes.get(axis), axis);
            int begin = oddFirst ? total - total / 2 : total / 2;
            begins.add(begin);
            ends.add(total - begin);
        }
        return new Border(begins, ends);
    }

    private static int total(SlidingWindow window, int size, int axis) throws NotExpressible {
        int stride = window.strides().get(axis);
        if (size == Atom.UNKNOWN && stride != 1) {
            throw new NotExpressible("its border depends on sizes that are not known");
        }
        if (stride == 1) {
            return window.span(axis) - 1;
        }
        return Math.max(0, ((size - 1) / stride) * stride + window.span(axis) - size);
    }

    /** A layer that cuts off a  */
    public Layer cropping() {
        return switch (begins().size()) {
            case 1 -> cropping1();
            case 2 -> cropping2();
            default -> cropping3();
        };
    }

    private Layer cropping1() {
        Cropping1D layer = NetworkFactory.eINSTANCE.createCropping1D();
        layer.setStart(begins().get(0));
        layer.setEnd(ends().get(0));
        return layer;
    }

    private Layer cropping2() {
        Cropping2D layer = NetworkFactory.eINSTANCE.createCropping2D();
        layer.setTop(begins().get(0));
        layer.setLeft(begins().get(1));
        layer.setBottom(ends().get(0));
        layer.setRight(ends().get(1));
        return layer;
    }

    private Layer cropping3() {
        Cropping3D layer = NetworkFactory.eINSTANCE.createCropping3D();
        layer.setFront(begins().get(0));
        layer.setTop(begins().get(1));
        layer.setLeft(begins().get(2));
        layer.setBack(ends().get(0));
        layer.setBottom(ends().get(1));
        layer.setRight(ends().get(2));
        return layer;
    }
}
