// SPDX-License-Identifier: EPL-2.0
/**
 * Shapes of arrays: named axes whose sizes may be unknown, and arithmetic on them that can't overflow.
 *
 * @since 1.0
 */
package org.vesalius.network.shape;
