// SPDX-License-Identifier: EPL-2.0
<<<<<<< HEAD
/** The network as a model: layers, connections, shapes, checks and templates. */
=======
/** The network as a graph: ordered inputs, an order of computation, ids and names, and building by code. */
>>>>>>> 5ccd4fc (Add the network metamodel, shapes, the graph and the fixes)
package org.vesalius.network.graph;
