// SPDX-License-Identifier: EPL-2.0
/** Imports of images with masks or boxes. */
package org.vesalius.dataset.importer.annotated;
