// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.BoundedCommandStack.Sized;

/**
 * Moves layers on the canvas. Positions are remembered here and not recorded, which keeps the move of
 * some thousand layers quick.
 */
public final class MoveLayersCommand extends Command implements Sized {
    private final Map<Layer, Point> after = new LinkedHashMap<>();
    private final Map<Layer, Point> before = new LinkedHashMap<>();

    /** @param positions the new upper left corner of each layer that moves */
    public MoveLayersCommand(String label, Map<Layer, Point> positions) {
        super(label);
        positions.forEach((layer, point) -> {
            if (layer.getX() != point.x || layer.getY() != point.y) {
                after.put(layer, point.getCopy());
                before.put(layer, new Point(layer.getX(), layer.getY()));
            }
        });
    }

    @Override
    public boolean canExecute() {
        return !after.isEmpty();
    }

    @Override
    public void execute() {
        place(after);
    }

    @Override
    public void undo() {
        place(before);
    }

    @Override
    public int size() {
        return after.size();
    }

    private static void place(Map<Layer, Point> positions) {
        positions.forEach((layer, point) -> {
            layer.setX(point.x);
            layer.setY(point.y);
        });
    }
}
