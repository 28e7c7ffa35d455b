// SPDX-License-Identifier: EPL-2.0
/** The Outline view: the layers from top to bottom, and the drawing in small. */
package org.vesalius.network.ui.outline;
