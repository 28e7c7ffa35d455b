// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.HashMap;
import java.util.Map;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What surrounds a {@link Computation} on one way through the graph: parameters, gradients and memory. */
public final class Pass {

    private final Map<String, INDArray> parameters;
    private final Map<String, INDArray> gradients;
    private final Map<String, INDArray> kept = new HashMap<>();
    private boolean training;
    private LayerWorkspaceMgr workspaces;

    /**
     * @param parameters the parameters by DL4J's names
     * @param gradients views that their gradients are written to, by DL4J's names; may be null where nothing is trained
     */
    Pass(Map<String, INDArray> parameters, Map<String, INDArray> gradients) {
        this.parameters = parameters;
        this.gradients = gradients;
    }

    /** Begins one direction of the way. */
    Pass begin(boolean inTraining, LayerWorkspaceMgr memory) {
        training = inTraining;
        workspaces = memory;
        return this;
    }

    /** Whether the graph is being trained; otherwise it is in use. */
    public boolean training() {
        return training;
    }

    /** A parameter in its canonical layout. */
    public INDArray parameter(String name) {
        return parameters.get(Parameter.key(name));
    }

    /** Where the gradient of a parameter is written to: an array of the parameter's shape. */
    public INDArray gradient(String name) {
        return gradients.get(Parameter.key(name));
    }

    /** A new array for the result; it holds anything. */
    public INDArray result(DataType type, long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATIONS, type, shape, 'c');
    }

    /** A new array for the gradient of the input; it holds anything. */
    public INDArray inputGradient(DataType type, long... shape) {
        return workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, type, shape, 'c');
    }

    /** Keeps an array until the way back is done, and returns the copy that is kept. */
    public INDArray keep(String name, INDArray array) {
        INDArray copy = workspaces.dup(ArrayType.INPUT, array, 'c');
        kept.put(name, copy);
        return copy;
    }

    /** A new array that is kept until the way back is done; it holds anything. */
    public INDArray keepNew(String name, DataType type, long... shape) {
        INDArray array = workspaces.createUninitialized(ArrayType.INPUT, type, shape, 'c');
        kept.put(name, array);
        return array;
    }

    /** What {@link #keep} kept. */
    public INDArray kept(String name) {
        return kept.get(name);
    }

    /** Forgets what was kept. */
    void clear() {
        kept.clear();
    }
}
