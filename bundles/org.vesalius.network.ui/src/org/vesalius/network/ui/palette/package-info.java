// SPDX-License-Identifier: EPL-2.0
/** The palette: every layer type of the catalog, by category, to be searched, clicked or dragged. */
package org.vesalius.network.ui.palette;
