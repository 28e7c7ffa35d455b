// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * How one parameter of the graph starts.
 *
 * @param vertex name of the vertex
 * @param parameter DL4J's name of the parameter
 * @param initializer draws its values
 */
record InitialParameter(String vertex, String parameter, Initializer initializer) {
}
