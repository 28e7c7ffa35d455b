// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.onednn.NativeCall;

/** One of ND4J's poolings over arrays with the channels last, with its way back. */
public final class WindowPooling implements Computation {

    private final NativeCall forward;
    private final NativeCall backward;
    private final long[] arguments;
    private final long[] outputSizes;

    /**
     * @param operation ND4J's name of the pooling; its way back is that with {@code _bp} behind
     * @param arguments the integer arguments of both
     * @param outputSizes sizes of one sample of the result
     * @param oneDnn whether it may run on oneDNN
     */
    public WindowPooling(String operation, long[] arguments, long[] outputSizes, boolean oneDnn) {
        this.forward = NativeCall.of(operation, oneDnn);
        this.backward = NativeCall.of(operation + "_bp", oneDnn);
        this.arguments = arguments.clone();
        this.outputSizes = outputSizes.clone();
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), Sizes.ofBatch(input.size(0), outputSizes));
        forward.run(arguments, new INDArray[] {input}, new INDArray[] {result});
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray inputGradient = pass.inputGradient(input.dataType(), input.shape());
        backward.run(arguments, new INDArray[] {input, epsilon}, new INDArray[] {inputGradient});
        return inputGradient;
    }
}
