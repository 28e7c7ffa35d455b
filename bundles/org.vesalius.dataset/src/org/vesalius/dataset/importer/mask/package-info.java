// SPDX-License-Identifier: EPL-2.0
/** Imports of images with masks. */
package org.vesalius.dataset.importer.mask;
