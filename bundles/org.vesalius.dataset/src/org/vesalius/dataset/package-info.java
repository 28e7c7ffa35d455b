// SPDX-License-Identifier: EPL-2.0
/** Samples and columns, readers, import, augmentation and the tensor cache. */
package org.vesalius.dataset;
