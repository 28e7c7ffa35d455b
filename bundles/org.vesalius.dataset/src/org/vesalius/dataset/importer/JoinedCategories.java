// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vesalius.dataset.CategoryTwins;
import org.vesalius.dataset.importer.kind.PathOrder;

/**
 * Images whose categories are joined where they differ in spelling only: all get the spelling of most images, the
 * first by code points of equal ones.
 *
 * @param images the images with their new categories
 * @param remarks what was joined, for the user
 */
record JoinedCategories(List<FoundImage> images, List<String> remarks) {

    static JoinedCategories of(List<FoundImage> images) {
        Map<String, Integer> counts = new TreeMap<>(new PathOrder());
        images.forEach(image -> counts.merge(image.category(), 1, Integer::sum));
        CategoryTwins twins = new CategoryTwins(new ArrayList<>(counts.keySet()));
        Map<String, String> names = new TreeMap<>();
        counts.keySet().forEach(name -> names.put(name, Collections.max(twins.of(name), (a, b) -> counts.get(a).equals(
                counts.get(b)) ? new PathOrder().compare(b, a) : Integer.compare(counts.get(a), counts.get(b)))));
        List<String> remarks = twins.groups().stream().map(group -> "Categories joined into '" + names.get(group.get(0))
                + "': " + group.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))).toList();
        return new JoinedCategories(images.stream().map(image -> image.in(names.get(image.category()))).toList(),
                remarks);
    }
}
