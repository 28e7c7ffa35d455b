// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.sequence;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The heads of an attention, whose vectors lie side by side in sequences {@code [samples, time, heads·length]}.
 *
 * @param count number of heads
 * @param length length of a vector in each
 */
record Heads(int count, int length) {

    long width() {
        return (long) count * length;
    }

    /** √length. */
    double root() {
        return StrictMath.sqrt(length);
    }

    /** Shape of the shares of queries and keys. */
    long[] shares(INDArray queries, INDArray keys) {
        return new long[] {queries.size(0), count, queries.size(1), keys.size(1)};
    }

    /** A new array {@code [samples, heads, time, length]} that holds anything. */
    INDArray empty(DataType type, long samples, long time) {
        return Nd4j.createUninitialized(type, samples, count, time, length);
    }

    /** A copy of a sequence with the heads apart, {@code [samples, heads, time, length]}. */
    INDArray split(INDArray sequence) {
        return sequence.reshape('c', sequence.size(0), sequence.size(1), count, length).permute(0, 2, 1, 3).dup('c');
    }

    /** The heads side by side again, written to a sequence. */
    INDArray join(INDArray split, INDArray result) {
        result.reshape('c', result.size(0), result.size(1), count, length).assign(split.permute(0, 2, 1, 3));
        return result;
    }

    /** The heads side by side again, as gradient of a sequence. */
    INDArray join(INDArray split, INDArray sequence, LayerWorkspaceMgr workspaces) {
        return join(split, workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, sequence.dataType(),
                sequence.shape(), 'c'));
    }

    /** Multiplies the matrices of each sample and head. */
    static INDArray multiply(INDArray a, boolean turnA, INDArray b, boolean turnB, INDArray result) {
        Nd4j.exec(DynamicCustomOp.builder("matmul").addInputs(a, b).addOutputs(result)
                .addIntegerArguments(turnA ? 1 : 0, turnB ? 1 : 0, 0).build());
        return result;
    }
}
