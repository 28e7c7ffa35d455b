// SPDX-License-Identifier: EPL-2.0
/** What is kept from one analysis of a network to the next, and how it is known what has to be found out anew. */
package org.vesalius.network.incremental;
