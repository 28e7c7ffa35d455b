// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;

/** The figures in a container by where they stand, so that few are looked at for each connection. */
final class LayerGrid {
    private static final int CELL = 256;

    private final Map<Long, List<IFigure>> cells = new HashMap<>();

    /** What layers lie on; it makes the grid anew after each layout. */
    interface Owner {
        LayerGrid grid();
    }

    LayerGrid(List<?> figures) {
        for (Object figure : figures) {
            for (Long cell : cells(((IFigure) figure).getBounds())) {
                cells.computeIfAbsent(cell, key -> new ArrayList<>()).add((IFigure) figure);
            }
        }
    }

    static LayerGrid of(IFigure container) {
        return container instanceof Owner owner ? owner.grid() : new LayerGrid(container.getChildren());
    }

    private static List<Long> cells(Rectangle area) {
        List<Long> found = new ArrayList<>();
        for (int row = Math.floorDiv(area.y, CELL); row <= Math.floorDiv(area.bottom(), CELL); row++) {
            for (int column = Math.floorDiv(area.x, CELL); column <= Math.floorDiv(area.right(), CELL); column++) {
                found.add(((long) row << Integer.SIZE) + column);
            }
        }
        return found;
    }

    /** Returns the figures that may stand in an area, some perhaps twice. */
    List<IFigure> near(Rectangle area) {
        List<IFigure> found = new ArrayList<>();
        cells(area).forEach(cell -> found.addAll(cells.getOrDefault(cell, List.of())));
        return found;
    }
}
