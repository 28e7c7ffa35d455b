// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.util.List;
import org.vesalius.dataset.Column;

/**
 * What {@code dataset.json} says.
 *
 * @param name the name of the data set
 * @param roots the root as it is written there, then another way to write it if there is one
 * @param columns the columns
 */
record Manifest(String name, List<String> roots, List<Column> columns) {
}
