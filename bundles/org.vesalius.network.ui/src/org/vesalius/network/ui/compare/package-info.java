// SPDX-License-Identifier: EPL-2.0
/** Comparing two networks: what differs in structure, both drawings coloured, and changes taken over one by one. */
package org.vesalius.network.ui.compare;
