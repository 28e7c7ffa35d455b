// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.onednn.Contiguous;
import org.vesalius.worker.dl4j.onednn.NativeCall;

/**
 * A kernel that slides over images or volumes with the channels last: one of ND4J's convolutions, with its way back.
 * Kernel and bias have Keras's layout, which is that of ND4J's kernel format 0.
 */
public final class WindowKernel implements Computation {

    private final NativeCall forward;
    private final NativeCall backward;
    private final long[] arguments;
    private final long[] outputSizes;
    private final List<Parameter> parameters;

    /**
     * @param operation ND4J's name of the convolution; its way back is that with {@code _bp} behind
     * @param arguments the integer arguments of both
     * @param outputSizes sizes of one sample of the result
     * @param parameters the kernel and, where it has one, the bias
     * @param oneDnn whether it may run on oneDNN
     */
    public WindowKernel(String operation, long[] arguments, long[] outputSizes, List<Parameter> parameters,
            boolean oneDnn) {
        this.forward = NativeCall.of(operation, oneDnn);
        this.backward = NativeCall.of(operation + "_bp", oneDnn);
        this.arguments = arguments.clone();
        this.outputSizes = outputSizes.clone();
        this.parameters = List.copyOf(parameters);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), Sizes.ofBatch(input.size(0), outputSizes));
        forward.run(arguments, inputs(input, pass).toArray(INDArray[]::new), new INDArray[] {result});
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray inputGradient = pass.inputGradient(input.dataType(), input.shape());
        List<INDArray> inputs = inputs(input, pass);
        inputs.add(epsilon);
        List<INDArray> outputs = new ArrayList<>();
        outputs.add(inputGradient);
        parameters.forEach(parameter -> outputs.add(pass.gradient(parameter.name())));
        backward.run(arguments, inputs.toArray(INDArray[]::new), outputs.toArray(INDArray[]::new));
        return inputGradient;
    }

    private List<INDArray> inputs(INDArray input, Pass pass) {
        List<INDArray> inputs = new ArrayList<>();
        inputs.add(input);
        parameters.forEach(parameter -> inputs.add(Contiguous.of(pass.parameter(parameter.name()))));
        return inputs;
    }
}
