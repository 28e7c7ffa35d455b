// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

/** What all figures of one canvas share. */
public record DiagramStyle(DiagramColors colors, DiagramFonts fonts) {
}
