// SPDX-License-Identifier: EPL-2.0
/** Ties the network to its figures. The raw types of the editing framework end here. */
package org.vesalius.network.ui.part;
