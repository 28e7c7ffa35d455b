// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One native operation with its context, kept from call to call because a context owns native
 * memory. Not safe for use by several threads, like the layer that owns it.
 */
public final class NativeCall {

    private final CustomOp operation;
    private final boolean oneDnn;
    private OpContext context;

    /** @param operation the operation, without arguments or arrays of its own; it may run on oneDNN */
    NativeCall(CustomOp operation) {
        this(operation, true);
    }

    private NativeCall(CustomOp operation, boolean oneDnn) {
        this.operation = operation;
        this.oneDnn = oneDnn;
    }

    /**
     * A call of an operation.
     *
     * @param name ND4J's name of the operation
     * @param oneDnn whether it may run on oneDNN; otherwise it runs on ND4J's own code
     */
    public static NativeCall of(String name, boolean oneDnn) {
        return new NativeCall(DynamicCustomOp.builder(name).build(), oneDnn);
    }

    /**
     * Runs the operation; the results are in {@code outputs} when it returns.
     *
     * @param arguments the integer arguments of the operation
     * @param inputs c-contiguous arrays, in the operation's order
     * @param outputs arrays of the right shapes, written to
     */
    public void run(long[] arguments, INDArray[] inputs, INDArray[] outputs) {
        if (context == null) {
            context = Nd4j.getExecutioner().buildContext();
        }
        context.purge();
        context.allowHelpers(oneDnn);
        context.setIArguments(arguments);
        for (int i = 0; i < inputs.length; i++) {
            context.setInputArray(i, inputs[i]);
        }
        for (int i = 0; i < outputs.length; i++) {
            context.setOutputArray(i, outputs[i]);
        }
        Nd4j.exec(operation, context);
        context.purge();
    }
}
