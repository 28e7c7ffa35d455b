// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.graph.ArrayStep;

/**
 * Borders around the axes of a sample, those of a sequence, image or volume; the channels have none.
 *
 * @param before thickness at the beginning of each axis but the last
 * @param after thickness at the end of each axis but the last
 */
public record Borders(List<Integer> before, List<Integer> after) {

    /** Copies the lists; both must be of the same length and hold no number below 0. */
    public Borders {
        before = List.copyOf(before);
        after = List.copyOf(after);
        if (before.size() != after.size() || before.stream().anyMatch(n -> n < 0)
                || after.stream().anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("no borders: " + before + " and " + after);
        }
    }

    /** Whether there are none. */
    public boolean none() {
        return before.stream().allMatch(n -> n == 0) && after.stream().allMatch(n -> n == 0);
    }

    /** A new array of zeros with the borders around and the values inside. */
    INDArray around(INDArray inside, ArrayType kind, LayerWorkspaceMgr workspaces) {
        INDArray wide = workspaces.create(kind, inside.dataType(), grown(inside.shape(), 1), 'c');
        within(wide).assign(inside);
        return wide;
    }

    /** A new array of what lies within the borders. */
    INDArray cutOff(INDArray wide, ArrayType kind, LayerWorkspaceMgr workspaces) {
        INDArray inside = workspaces.createUninitialized(kind, wide.dataType(), grown(wide.shape(), -1), 'c');
        inside.assign(within(wide));
        return inside;
    }

    private long[] grown(long[] shape, int sign) {
        long[] result = shape.clone();
        for (int i = 0; i < before.size(); i++) {
            result[i + 1] += sign * (before.get(i) + after.get(i));
        }
        return result;
    }

    private INDArray within(INDArray wide) {
        List<INDArrayIndex> indices = new ArrayList<>();
        indices.add(NDArrayIndex.all());
        for (int i = 0; i < before.size(); i++) {
            indices.add(NDArrayIndex.interval(before.get(i), wide.size(i + 1) - after.get(i)));
        }
        indices.add(NDArrayIndex.all());
        return wide.get(indices.toArray(INDArrayIndex[]::new));
    }

    /** Cuts borders off. */
    public static final class Cut extends ArrayStep {

        private static final long serialVersionUID = 1L;

        private final transient Borders borders;

        /** @param borders their thickness */
        public Cut(Borders borders) {
            this.borders = borders;
        }

        @Override
        protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
            return borders.cutOff(input, ArrayType.ACTIVATIONS, workspaces);
        }

        @Override
        protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            return borders.around(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
        }
    }

    /** Puts borders of zeros around. */
    public static final class ZeroBorders extends ArrayStep {

        private static final long serialVersionUID = 1L;

        private final transient Borders borders;

        /** @param borders their thickness */
        public ZeroBorders(Borders borders) {
            this.borders = borders;
        }

        @Override
        protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
            return borders.around(input, ArrayType.ACTIVATIONS, workspaces);
        }

        @Override
        protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            return borders.cutOff(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
        }
    }
}
