// SPDX-License-Identifier: EPL-2.0
/**
 * Arrays of numbers of one to four named axes, in their own type: what readers give and caches keep.
 *
 * @since 1.0
 */
package org.vesalius.dataset.array;
