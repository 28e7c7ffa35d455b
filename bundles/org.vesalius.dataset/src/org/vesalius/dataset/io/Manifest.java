// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.util.List;
import org.vesalius.dataset.Column;

/** What {@code dataset.json} says: the name, the root as it is written there, and the columns. */
record Manifest(String name, String root, List<Column> columns) {
}
