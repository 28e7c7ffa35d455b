// SPDX-License-Identifier: EPL-2.0
/** The editor for networks: opens and saves files, follows changes of them, and puts canvas and palette together. */
package org.vesalius.network.ui.editor;
