// SPDX-License-Identifier: EPL-2.0
/**
 * What the canvas shows. One figure a layer paints itself, anchors listen to their own layer only, and
 * far away (below 45 % zoom) boxes and lines stand for everything: so some thousand layers stay fluid.
 */
package org.vesalius.network.ui.figure;
