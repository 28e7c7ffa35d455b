// SPDX-License-Identifier: EPL-2.0
/** Arranges the layers of a network from top to bottom. */
package org.vesalius.network.diagram.layout;
