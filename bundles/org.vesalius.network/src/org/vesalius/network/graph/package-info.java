// SPDX-License-Identifier: EPL-2.0
/** The network as a model: layers, connections, shapes, checks and templates. */
package org.vesalius.network.graph;
