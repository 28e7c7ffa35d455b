// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** The one form of array the native operations read correctly: row-major without gaps. */
public final class Contiguous {

    private Contiguous() {
    }

    /**
     * @param array any array
     * @return the array itself when it is c-ordered with the default strides, otherwise a copy that is
     */
    public static INDArray of(INDArray array) {
        boolean plain = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
        return plain ? array : array.dup('c');
    }
}
