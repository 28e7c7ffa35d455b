// SPDX-License-Identifier: EPL-2.0
/** Paints a scene into a PNG or SVG file. */
package org.vesalius.network.diagram.render;
