// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.head;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.Soft;

/** What tumours look like inside. Place, size and brightness tell nothing of it. */
enum TumourType {
    /** Brighter than the brain, even throughout. */
    SOLID,
    /** A bright rim around a dark core. */
    RING,
    /** Darker than the brain, even throughout. */
    DARK;

    /** How it is written in sample values and category names. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TumourType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(TumourType::text).toList();
    }
}

/** A place or a direction in mm: x to the right, y to the front, z to the top, from the middle of the volume. */
record Place(double x, double y, double z) {
    double distance(Place other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Any direction, of length 1. */
    static Place direction(SeededRandom random) {
        Place any = new Place(random.between(-1, 1), random.between(-1, 1), random.between(-1, 1));
        double length = any.distance(new Place(0, 0, 0));
        return length < 0.1 || length > 1 ? direction(random) : new Place(any.x / length, any.y / length, any.z / length);
    }
}

/**
 * A ball in the brain that differs from what is around it.
 *
 * @param middle where it is
 * @param radius its radius in mm
 * @param contrast how much it differs
 */
record Tumour(Place middle, double radius, double contrast) {
    private static final double EDGE = 3;
    private static final double CORE = 0.65;
    private static final double CORE_CONTRAST = 2;

    static Tumour in(Brain brain, SeededRandom random) {
        Place middle = brain.within(Place.direction(random), random.between(0.15, 0.65));
        return new Tumour(middle, random.between(18, 30), random.between(50, 80));
    }

    /** How much brighter a place is for a tumour of this type. */
    double at(Place place, TumourType type) {
        double distance = place.distance(middle);
        double inside = Soft.inside(distance - radius, EDGE);
        double core = Soft.inside(distance - CORE * radius, EDGE);
        return contrast * switch (type) {
            case SOLID -> inside;
            case RING -> inside - CORE_CONTRAST * core;
            case DARK -> -inside;
        };
    }
}
