// SPDX-License-Identifier: EPL-2.0
/** Problems of networks in the Problems view, for open and for closed files. */
package org.vesalius.network.ui.marker;
