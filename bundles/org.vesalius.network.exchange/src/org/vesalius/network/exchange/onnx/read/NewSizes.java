// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;

/** The sizes of a constant after a reshape. */
final class NewSizes {
    private NewSizes() {
    }

    /** The sizes, where one may be -1 for what remains, and 0 for the size before. */
    static List<Integer> of(ForeignArray array, List<Long> target, boolean zeroCopies) throws NotExpressible {
        List<Integer> sizes = new ArrayList<>();
        long product = 1;
        int open = -1;
        for (int i = 0; i < target.size(); i++) {
            long size = target.get(i) == 0 && zeroCopies && i < array.dims().size() ? array.dims().get(i)
                    : target.get(i);
            if (size == -1 && open < 0) {
                open = i;
                size = 1;
            }
            if (size < 0 || size > array.size()) {
                throw misfit(array, target);
            }
            product *= size;
            sizes.add((int) size);
        }
        if (open >= 0 && product > 0) {
            sizes.set(open, (int) (array.size() / product));
            product *= sizes.get(open);
        }
        if (product != array.size()) {
            throw misfit(array, target);
        }
        return sizes;
    }

    private static NotExpressible misfit(ForeignArray array, List<Long> target) {
        return new NotExpressible("it gives " + array.size() + " numbers the shape " + Sizes.text(target));
    }
}
