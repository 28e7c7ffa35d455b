// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.meta.LayerInfo;

/**
 * Finds layer types by what a user types: the beginning of the name first, then the beginning of one of its words,
 * then some part of it, then its letters in order with others between, so that "conv2" finds Convolution 2D.
 */
public final class LayerSearch {
    private static final int NO_MATCH = Integer.MAX_VALUE;
    private static final int IN_ORDER = 4;

    private final List<EClass> types;

    /** @param types the layer types, in the order in which equally good ones are told */
    public LayerSearch(List<EClass> types) {
        this.types = List.copyOf(types);
    }

    /** Returns the types that a text may mean, the likeliest first; all of them for an empty text. */
    public List<EClass> find(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return types.stream().filter(type -> rank(type, wanted) != NO_MATCH)
                .sorted(Comparator.comparingInt(type -> rank(type, wanted))).toList();
    }

    private static int rank(EClass type, String wanted) {
        LayerInfo info = LayerInfo.of(type);
        int byLabel = rank(info.label().toLowerCase(Locale.ROOT), wanted);
        int byClass = rank(type.getName().toLowerCase(Locale.ROOT), wanted);
        int byName = Math.min(byLabel, byClass);
        boolean category = info.category().toLowerCase(Locale.ROOT).startsWith(wanted);
        return byName == NO_MATCH && category ? IN_ORDER : byName;
    }

    private static int rank(String name, String wanted) {
        if (name.startsWith(wanted)) {
            return name.equals(wanted) ? 0 : 1;
        }
        if ((" " + name.replace('-', ' ')).contains(" " + wanted)) {
            return 2;
        }
        if (name.contains(wanted)) {
            return 3;
        }
        return name.charAt(0) == wanted.charAt(0) && isInOrder(name, wanted.replace(" ", "")) ? IN_ORDER : NO_MATCH;
    }

    private static boolean isInOrder(String name, String letters) {
        int found = 0;
        for (int i = 0; i < name.length() && found < letters.length(); i++) {
            if (name.charAt(i) == letters.charAt(found)) {
                found++;
            }
        }
        return found == letters.length();
    }
}
