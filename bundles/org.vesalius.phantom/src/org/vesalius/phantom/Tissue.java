// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

/**
 * Something that X-rays pass through. Places are in the patient's frame: x from −1 (the image's left, the patient's
 * right) to 1, y from −1 (neck) to 1 (belly).
 */
@FunctionalInterface
interface Tissue {
    /** How much it adds to the density at a place; about 1 is white on the film. */
    double at(double x, double y);
}
