// SPDX-License-Identifier: EPL-2.0
/** What all imports of data sets share, whatever files they read. */
package org.vesalius.dataset.importer.kind;
