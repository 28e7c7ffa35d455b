// SPDX-License-Identifier: EPL-2.0
/** What a picture of a network shows, and where: figures and lines, without a window. */
package org.vesalius.network.diagram.scene;
