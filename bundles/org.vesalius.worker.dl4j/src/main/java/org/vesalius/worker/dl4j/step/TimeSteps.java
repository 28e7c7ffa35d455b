// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.step;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.onednn.Contiguous;

/** Steps along the time axis of sequences. */
public final class TimeSteps {
    private TimeSteps() {
    }

    /** Keeps the last time step of a sequence: {@code [samples, time, features]} to {@code [samples, features]}. */
    public static final class LastStep extends ArrayStep {

        private static final long serialVersionUID = 1L;

        private final int time;

        /** @param time number of time steps */
        public LastStep(int time) {
            this.time = time;
        }

        @Override
        protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
            return workspaces.dup(ArrayType.ACTIVATIONS, lastOf(input), 'c');
        }

        @Override
        protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            INDArray sequence = workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(),
                    new long[] {epsilon.size(0), time, epsilon.size(1)}, 'c');
            lastOf(sequence).assign(epsilon);
            return sequence;
        }

        private INDArray lastOf(INDArray sequence) {
            return sequence.get(NDArrayIndex.all(), NDArrayIndex.point(time - 1), NDArrayIndex.all());
        }
    }

    /** A sequence {@code [samples, time, features]} from its end to its beginning. */
    public static final class ReverseTime extends ArrayStep {

        private static final long serialVersionUID = 1L;
        private static final int TIME_AXIS = 1;

        @Override
        protected INDArray forward(INDArray input, LayerWorkspaceMgr workspaces) {
            return reversed(input, ArrayType.ACTIVATIONS, workspaces);
        }

        @Override
        protected INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            return reversed(epsilon, ArrayType.ACTIVATION_GRAD, workspaces);
        }

        private static INDArray reversed(INDArray sequence, ArrayType kind, LayerWorkspaceMgr workspaces) {
            INDArray result = workspaces.createUninitialized(kind, sequence.dataType(), sequence.shape(), 'c');
            Nd4j.exec(DynamicCustomOp.builder("reverse").addInputs(Contiguous.of(sequence)).addOutputs(result)
                    .addIntegerArguments(TIME_AXIS).build());
            return result;
        }
    }
}
