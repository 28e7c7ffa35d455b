// SPDX-License-Identifier: EPL-2.0
/** Parts of networks on their way through the clipboard, as text that any workbench understands. */
package org.vesalius.network.ui.clipboard;
