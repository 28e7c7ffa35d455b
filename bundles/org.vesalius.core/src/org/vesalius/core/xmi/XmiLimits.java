// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

/**
 * What a file may ask for before it is refused.
 *
 * @param bytes largest size of the file
 * @param elements most XML elements
 * @param depth deepest nesting of elements
 */
public record XmiLimits(int bytes, int elements, int depth) {
    /** Far above what people draw, far below what hurts: 64 MiB, 500,000 elements, 32 levels. */
    public static XmiLimits standard() {
        return new XmiLimits(64 << 20, 500_000, 32);
    }
}
