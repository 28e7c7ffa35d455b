// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** In which order the axes of an array lie in memory, the batch among them. */
enum Layout {
    /** As in Vesalius: the batch, then the axes of a sample, channels or features last. */
    NATURAL {
        @Override
        List<Integer> order(int rank) {
            return IntStream.rangeClosed(0, rank).boxed().toList();
        }
    },
    /** As the convolutions of ONNX want it: the batch, the channels, then the places. */
    CHANNELS_FIRST {
        @Override
        List<Integer> order(int rank) {
            List<Integer> order = new ArrayList<>(List.of(0, rank));
            IntStream.range(1, rank).forEach(order::add);
            return order;
        }
    },
    /** As the recurrent operators of ONNX want it: the steps of time, the batch, then the features. */
    TIME_FIRST {
        @Override
        List<Integer> order(int rank) {
            List<Integer> order = new ArrayList<>(List.of(1, 0));
            IntStream.rangeClosed(2, rank).forEach(order::add);
            return order;
        }
    };

    /**
     * For each axis of an array in this layout the axis of the natural layout, where 0 is the batch.
     *
     * @param rank number of axes of one sample
     */
    abstract List<Integer> order(int rank);

    /** Where an axis of the natural layout lies in this one; 0 is the batch. */
    int axis(int natural, int rank) {
        return order(rank).indexOf(natural);
    }

    /** The permutation that an ONNX Transpose needs to bring an array of this layout into another. */
    List<Integer> permutationTo(Layout target, int rank) {
        List<Integer> from = order(rank);
        return target.order(rank).stream().map(from::indexOf).toList();
    }

    /** Whether an array lies the same in both layouts. */
    boolean sameAs(Layout other, int rank) {
        return order(rank).equals(other.order(rank));
    }
}
