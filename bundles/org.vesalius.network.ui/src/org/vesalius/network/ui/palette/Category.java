// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.layer.LayerCatalog;

/**
 * One drawer of the palette.
 *
 * @param name what the category is called
 * @param types its layer types, in the order of the catalog
 */
public record Category(String name, List<EClass> types) {

    /** Returns the categories of a catalog, in the order in which it names them. */
    public static List<Category> of(LayerCatalog catalog) {
        Map<String, List<EClass>> byName = new LinkedHashMap<>();
        for (EClass type : catalog.types()) {
            byName.computeIfAbsent(catalog.category(type), name -> new ArrayList<>()).add(type);
        }
        return byName.entrySet().stream().map(entry -> new Category(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
