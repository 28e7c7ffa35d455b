// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.Padding;
import org.vesalius.network.shape.Axis;

/**
 * A window that moves along one axis. Formulas: Dumoulin and Visin, A guide to convolution arithmetic for deep
 * learning, arXiv:1603.07285, relationships 6 and 15; border handling as TensorFlow's VALID and SAME.
 *
 * @param extent number of steps the window looks at, at least 1
 * @param stride how far it moves, at least 1
 * @param dilation distance between the steps it looks at, at least 1
 * @param padding what happens at the border
 */
record Window(int extent, int stride, int dilation, Padding padding) {

    /** How many steps the window spans from its first to its last. */
    int span() {
        return dilation * (extent - 1) + 1;
    }

    /** Whether it finds a place on an axis of this size; an unknown size may turn out large enough. */
    boolean fits(int size) {
        return size == Axis.UNKNOWN || padding != Padding.VALID || span() <= size;
    }

    /** How many places it finds on an axis on which it fits; unknown if the size is. */
    int placesOn(int size) {
        if (size == Axis.UNKNOWN) {
            return Axis.UNKNOWN;
        }
        return padding != Padding.VALID ? (size - 1) / stride + 1 : (size - span()) / stride + 1;
    }
}
