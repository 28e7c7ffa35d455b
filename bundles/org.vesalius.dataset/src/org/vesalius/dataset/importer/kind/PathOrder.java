// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by their code points, the same on every machine and in every language. */
public final class PathOrder implements Comparator<String> {

    @Override
    public int compare(String first, String second) {
        int[] one = first.codePoints().toArray();
        int[] other = second.codePoints().toArray();
        return Arrays.compare(one, other);
    }
}
