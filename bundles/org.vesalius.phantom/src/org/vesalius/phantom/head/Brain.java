// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.head;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.Soft;

/** A brain without a tumour, with its ventricles, uneven as tissue is, and with some bright vessels. */
final class Brain {
    private static final double EDGE = 0.04;
    private static final int VESSELS = 4;
    private static final int PATCHES = 12;

    private final double halfWidth;
    private final double halfLength;
    private final double halfHeight;
    private final double ventricle;
    private final double tissue;
    private final List<Ball> balls = new ArrayList<>();

    Brain(SeededRandom random) {
        halfWidth = random.between(60, 70);
        halfLength = random.between(70, 78);
        halfHeight = random.between(60, 70);
        ventricle = random.between(0.7, 1.3);
        tissue = random.between(95, 110);
        for (int i = 0; i < PATCHES; i++) {
            balls.add(new Ball(within(Place.direction(random), random.between(0.1, 1)), random.between(20, 40),
                    random.between(-14, 14)));
        }
        for (int i = 0; i < VESSELS; i++) {
            balls.add(new Ball(within(Place.direction(random), random.between(0.3, 0.95)), random.between(7, 11),
                    random.between(30, 60)));
        }
    }

    /** The place in a direction from the middle of the brain. */
    Place within(Place direction, double share) {
        return new Place(direction.x() * halfWidth * share, direction.y() * halfLength * share,
                direction.z() * halfHeight * share);
    }

    double at(Place place) {
        double inside = Soft.inside(radius(place) - 1, EDGE);
        if (inside == 0) {
            return 0;
        }
        double value = tissue;
        for (Ball ball : balls) {
            value += ball.at(place);
        }
        double side = Math.abs(place.x()) - 9 * ventricle;
        double fluid = Soft.inside(Math.sqrt(side * side / 49 + place.y() * place.y() / 900 + place.z() * place.z() / 144)
                / ventricle - 1, 0.3);
        return inside * Soft.mix(value, 35, fluid);
    }

    private double radius(Place place) {
        double x = place.x() / halfWidth;
        double y = place.y() / halfLength;
        double z = place.z() / halfHeight;
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** A soft ball that is brighter or darker. */
    private record Ball(Place middle, double radius, double bright) {
        double at(Place place) {
            boolean far = Math.abs(place.x() - middle.x()) > radius || Math.abs(place.y() - middle.y()) > radius
                    || Math.abs(place.z() - middle.z()) > radius;
            return far ? 0 : bright * Soft.bump(place.distance(middle), radius);
        }
    }
}
