// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vesalius.network.Padding;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * A window that slides along all axes of a sample but the last. Border handling as TensorFlow's VALID, SAME and CAUSAL.
 *
 * @param kernel extent of the window along each axis
 * @param stride how far it moves
 * @param dilation distance between the places it looks at
 * @param padding what happens at the border
 */
public record Sliding(List<Integer> kernel, List<Integer> stride, List<Integer> dilation, Padding padding) {

    /** A window that looks at neighbours. */
    public Sliding(List<Integer> kernel, List<Integer> stride, Padding padding) {
        this(kernel, stride, Collections.nCopies(kernel.size(), 1), padding);
    }

    /** Height and width. */
    public static List<Integer> list(Size2D size) {
        return List.of(size.height(), size.width());
    }

    /** Depth, height and width. */
    public static List<Integer> list(Size3D size) {
        return List.of(size.depth(), size.height(), size.width());
    }

    /** How many axes it slides along. */
    public int axes() {
        return kernel.size();
    }

    /**
     * What is added at the start of each axis, then what is added at the end of each.
     *
     * @param input shape of one sample of what it slides over; sizes along the axes are known if {@link #isDetermined}
     */
    public List<Integer> pads(Shape input) {
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < kernel.size(); axis++) {
            int total = padding == Padding.VALID ? 0 : total(axis, input.size(axis));
            int begin = padding == Padding.CAUSAL ? total : total / 2;
            begins.add(begin);
            ends.add(total - begin);
        }
        begins.addAll(ends);
        return begins;
    }

    private int total(int axis, int size) {
        int span = dilation.get(axis) * (kernel.get(axis) - 1) + 1;
        if (padding == Padding.CAUSAL) {
            return span - 1;
        }
        int step = stride.get(axis);
        int places = (size + step - 1) / step;
        return Math.max(0, (places - 1) * step + span - size);
    }

    /** Whether the border can be told for such an input: same padding depends on its sizes. */
    public boolean isDetermined(Shape input) {
        return padding != Padding.SAME || input.axes().subList(0, kernel.size()).stream().allMatch(Axis::known);
    }
}
