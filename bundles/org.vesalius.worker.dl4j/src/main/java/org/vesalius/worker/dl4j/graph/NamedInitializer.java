// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * How one parameter of a DL4J layer starts.
 *
 * @param parameter DL4J's name of the parameter, such as {@code W}
 * @param initializer draws its values
 */
public record NamedInitializer(String parameter, Initializer initializer) {
}
