// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.vesalius.network.Layer;

/** Ways to bring layers into line. */
public enum Alignment {
    /** Left edges below each other, at the leftmost one. */
    LEFT,
    /** Middles below each other, at the middle of all. */
    CENTRE,
    /** Right edges below each other, at the rightmost one. */
    RIGHT,
    /** Upper edges beside each other, at the topmost one. */
    TOP,
    /** Middles beside each other, at the middle of all. */
    MIDDLE,
    /** Lower edges beside each other, at the lowest one. */
    BOTTOM,
    /** Equal gaps from left to right; the first and the last stay. */
    ACROSS,
    /** Equal gaps from top to bottom; the first and the last stay. */
    DOWN;

    /** Returns how many layers it takes at least. */
    public int fewest() {
        return this == ACROSS || this == DOWN ? 3 : 2;
    }

    /** Returns the new upper left corners of layers that lie on the same canvas or in the same block. */
    public Map<Layer, Point> positions(List<Layer> layers) {
        Map<Layer, Rectangle> cards = new LinkedHashMap<>();
        for (Layer layer : layers) {
            Dimension size = LayerSize.of(layer);
            cards.put(layer, new Rectangle(layer.getX(), layer.getY(), size.width, size.height));
        }
        return this == ACROSS || this == DOWN ? distributed(cards) : aligned(cards);
    }

    private Map<Layer, Point> aligned(Map<Layer, Rectangle> cards) {
        Rectangle all = cards.values().iterator().next().getCopy();
        cards.values().forEach(all::union);
        Map<Layer, Point> positions = new LinkedHashMap<>();
        cards.forEach((layer, card) -> positions.put(layer, aligned(card, all)));
        return positions;
    }

    private Point aligned(Rectangle card, Rectangle all) {
        return switch (this) {
            case LEFT -> new Point(all.x, card.y);
            case CENTRE -> new Point(all.x + (all.width - card.width) / 2, card.y);
            case RIGHT -> new Point(all.right() - card.width, card.y);
            case TOP -> new Point(card.x, all.y);
            case MIDDLE -> new Point(card.x, all.y + (all.height - card.height) / 2);
            case BOTTOM -> new Point(card.x, all.bottom() - card.height);
            case ACROSS, DOWN -> card.getLocation();
        };
    }

    private Map<Layer, Point> distributed(Map<Layer, Rectangle> cards) {
        List<Map.Entry<Layer, Rectangle>> row = new ArrayList<>(cards.entrySet());
        row.sort(Comparator.comparingInt(entry -> start(entry.getValue())));
        int from = start(row.get(0).getValue());
        int to = row.stream().mapToInt(entry -> start(entry.getValue()) + length(entry.getValue())).max().orElse(from);
        int filled = row.stream().mapToInt(entry -> length(entry.getValue())).sum();
        double gap = (double) (to - from - filled) / (row.size() - 1);
        Map<Layer, Point> positions = new LinkedHashMap<>();
        double next = from;
        for (Map.Entry<Layer, Rectangle> entry : row) {
            int start = (int) Math.round(next);
            Rectangle card = entry.getValue();
            positions.put(entry.getKey(), this == ACROSS ? new Point(start, card.y) : new Point(card.x, start));
            next += length(card) + gap;
        }
        return positions;
    }

    private int start(Rectangle card) {
        return this == ACROSS ? card.x : card.y;
    }

    private int length(Rectangle card) {
        return this == ACROSS ? card.width : card.height;
    }
}
