// SPDX-License-Identifier: EPL-2.0
/** Adding layers by their names: which types a text means, the small window that asks for it, and where they go. */
package org.vesalius.network.ui.add;
