// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import java.util.Arrays;
import java.util.stream.LongStream;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.onednn.Contiguous;
import org.vesalius.worker.dl4j.onednn.NativeCall;

/** Repeats every pixel of an image or voxel of a volume: {@code a b} becomes {@code a a b b}. Channels come last. */
public final class Enlarge extends ArrayStep {

    private static final long serialVersionUID = 1L;
    private static final long CHANNELS_LAST = 0;

    private final int[] factors;
    private final transient NativeCall forward;
    private final transient NativeCall backward;

    /** @param factors how often numbers are repeated along each axis: height and width, or depth, height and width */
    public Enlarge(int... factors) {
        this.factors = factors.clone();
        String operation = factors.length == 2 ? "upsampling2d" : "upsampling3d";
        forward = NativeCall.of(operation, false);
        backward = NativeCall.of(operation + "_bp", false);
    }

    @Override
    protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
        long[] shape = input.shape().clone();
        for (int i = 0; i < factors.length; i++) {
            shape[i + 1] *= factors[i];
        }
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), shape, 'c');
        long[] arguments = LongStream.concat(Arrays.stream(factors).asLongStream(), LongStream.of(CHANNELS_LAST))
                .toArray();
        forward.run(arguments, new INDArray[] {Contiguous.of(input)}, new INDArray[] {result});
        return result;
    }

    @Override
    protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        long[] shape = epsilon.shape().clone();
        for (int i = 0; i < factors.length; i++) {
            shape[i + 1] /= factors[i];
        }
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), shape, 'c');
        // The operation looks at the shape of the input only, and the result has it.
        backward.run(new long[] {CHANNELS_LAST}, new INDArray[] {result, Contiguous.of(epsilon)},
                new INDArray[] {result});
        return result;
    }
}
