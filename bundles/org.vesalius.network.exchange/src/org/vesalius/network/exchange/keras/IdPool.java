// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.HashSet;
import java.util.Set;
import org.vesalius.network.graph.LayerIds;

/** Makes ids of names: the same file always gives the same ids. */
final class IdPool {
    private static final int LENGTH = 56;

    private final Set<String> used = new HashSet<>();

    /** An id close to a name, given out once. */
    String near(String name) {
        String stem = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        stem = stem.length() > LENGTH ? stem.substring(0, LENGTH) : stem;
        if (!LayerIds.isValid(stem)) {
            stem = "_" + stem;
        }
        String id = stem;
        for (int i = 2; !used.add(id); i++) {
            id = stem + "_" + i;
        }
        return id;
    }
}
