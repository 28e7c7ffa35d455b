// SPDX-License-Identifier: EPL-2.0
/**
 * The network as a graph: ordered inputs, an order of computation, ids and names, and building by code.
 *
 * @since 1.0
 */
package org.vesalius.network.graph;
