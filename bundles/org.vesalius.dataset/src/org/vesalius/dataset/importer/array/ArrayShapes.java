// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.ElementType;

/**
 * What arrays of a column have in common, and what has to be done to them so that a network can be fed.
 *
 * @param descriptions of all that could be read, at least one
 */
public record ArrayShapes(List<ArrayDescription> descriptions) {
    /** Networks halve sizes some times: a multiple of this can be halved three times. */
    private static final int GRID = 8;

    /** Copies the list. */
    public ArrayShapes {
        descriptions = List.copyOf(descriptions);
    }

    /** The narrowest type that holds the values of all. */
    public ElementType type() {
        Set<ElementType> types = EnumSet.noneOf(ElementType.class);
        descriptions.forEach(description -> types.add(description.type()));
        if (types.size() == 1) {
            return types.iterator().next();
        }
        if (types.contains(ElementType.F32)) {
            return ElementType.F32;
        }
        return types.equals(EnumSet.of(ElementType.U8, ElementType.U16)) ? ElementType.U16
                : types.equals(EnumSet.of(ElementType.U8, ElementType.I16)) ? ElementType.I16 : ElementType.I32;
    }

    /**
     * The steps of the preprocessing, those that a network needs to be fed at all where the user names none.
     *
     * @param asked steps, or {@code none}
     * @param remarks gets what was found
     */
    public String steps(Optional<String> asked, List<String> remarks) {
        int[] least = sizes(false);
        int[] most = sizes(true);
        if (!Arrays.equals(least, most)) {
            remarks.add("Volumes go from " + text(least, "×") + " to " + text(most, "×") + " (z, y, x)");
        }
        if (asked.isPresent()) {
            return asked.get().equals("none") ? "" : asked.get();
        }
        int[] grid = Arrays.stream(most).map(size -> (size + GRID - 1) / GRID * GRID).toArray();
        return Arrays.equals(least, most) ? "zscore" : "zscore; fit size=" + text(grid, ",");
    }

    private static String text(int[] sizes, String between) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(between));
    }

    /** The smallest or largest size along each spatial axis. */
    private int[] sizes(boolean largest) {
        return IntStream.range(0, 3).map(axis -> {
            IntStream sizes = descriptions.stream().mapToInt(description -> description.axes().get(axis).size());
            return (largest ? sizes.max() : sizes.min()).orElseThrow();
        }).toArray();
    }
}
