// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.graph.ArrayStep;

/**
 * Enlarges an image by blending neighbouring pixels, half-pixel centres, borders repeated, as Keras and PyTorch
 * ({@code align_corners=False}) do. Both axes are blended one after the other, each by a matrix of weights.
 */
public final class Interpolate extends ArrayStep {

    private static final long serialVersionUID = 1L;

    private final int height;
    private final int width;
    private final int down;
    private final int across;

    /**
     * @param height rows of the input
     * @param width columns of the input
     * @param down how many times more rows the result has
     * @param across how many times more columns
     */
    public Interpolate(int height, int width, int down, int across) {
        this.height = height;
        this.width = width;
        this.down = down;
        this.across = across;
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        INDArray tall = along(input, 1, weights(height, down, input));
        return workspaces.dup(ArrayType.ACTIVATIONS, along(tall, 2, weights(width, across, input)), 'c');
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray narrow = along(epsilon, 2, weights(width, across, epsilon).transpose());
        return workspaces.dup(ArrayType.ACTIVATION_GRAD,
                along(narrow, 1, weights(height, down, epsilon).transpose()), 'c');
    }

    /** The array with one axis multiplied by a matrix. */
    private static INDArray along(INDArray images, int axis, INDArray matrix) {
        int[] swap = {0, 1, 2, 3};
        swap[0] = axis;
        swap[axis] = 0;
        INDArray first = images.permute(swap).dup('c');
        long[] shape = first.shape();
        INDArray result = matrix.mmul(first.reshape('c', shape[0], first.length() / shape[0]));
        shape[0] = matrix.size(0);
        return result.dup('c').reshape('c', shape).permute(swap);
    }

    /** Weights of the old pixels (columns) in the new ones (rows). */
    private static INDArray weights(int size, int factor, INDArray like) {
        double[][] weights = new double[size * factor][size];
        for (int i = 0; i < weights.length; i++) {
            double place = Math.max(0, (i + 0.5) / factor - 0.5);
            int lower = Math.min((int) place, size - 1);
            int upper = Math.min(lower + 1, size - 1);
            weights[i][lower] += 1 - (place - lower);
            weights[i][upper] += place - lower;
        }
        return Nd4j.createFromArray(weights).castTo(like.dataType());
    }
}
