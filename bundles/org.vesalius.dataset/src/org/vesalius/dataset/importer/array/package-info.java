// SPDX-License-Identifier: EPL-2.0
/** Imports of arrays: those of NumPy, and volumes. */
package org.vesalius.dataset.importer.array;
