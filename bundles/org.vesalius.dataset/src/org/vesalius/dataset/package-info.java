// SPDX-License-Identifier: EPL-2.0
/**
 * Samples and columns, readers, import, augmentation and the tensor cache.
 *
 * @since 1.0
 */
package org.vesalius.dataset;
