// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.nd4j.linalg.api.buffer.DataType;

/** Which code computes a graph, and how exactly. */
public enum NumericPath {
    /** Single precision, oneDNN where it is proven: what training uses. */
    FAST(DataType.FLOAT, true),
    /** Double precision, DL4J's own code throughout: what the fast path is measured against. */
    REFERENCE(DataType.DOUBLE, false);

    private final DataType type;
    private final boolean oneDnn;

    NumericPath(DataType type, boolean oneDnn) {
        this.type = type;
        this.oneDnn = oneDnn;
    }

    /** Type of parameters, activations and gradients. */
    public DataType type() {
        return type;
    }

    /** Whether layers may run on oneDNN. */
    public boolean oneDnn() {
        return oneDnn;
    }
}
