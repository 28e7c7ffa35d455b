// SPDX-License-Identifier: EPL-2.0
/**
 * How samples come into the subsets of a data set.
 *
 * @since 1.0
 */
package org.vesalius.dataset.split;
