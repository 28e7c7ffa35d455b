// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.vesalius.network.shape.Shape;

/**
 * An input of a graph.
 *
 * @param name name of the Input layer
 * @param shape shape of one sample
 */
public record InputPort(String name, Shape shape) {
}
