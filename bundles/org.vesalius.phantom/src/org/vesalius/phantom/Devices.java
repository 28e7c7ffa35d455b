// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.random.SeededRandom;

/**
 * What lies on or in healthy and ill patients alike and is no disease: nipples, breasts, electrodes with their wires, a
 * pacemaker. A network has to learn to overlook it.
 */
final class Devices implements Tissue {
    private final List<Tissue> parts = new ArrayList<>();

    Devices(SeededRandom random) {
        if (random.chance(0.45)) {
            nipples(random);
        }
        if (random.chance(0.40)) {
            breasts(random);
        }
        if (random.chance(0.35)) {
            electrodes(random);
        }
        if (random.chance(0.10)) {
            pacemaker(random);
        }
    }

    private void nipples(SeededRandom random) {
        double out = random.between(0.42, 0.60);
        double y = random.between(0.18, 0.38);
        double density = random.between(0.06, 0.14);
        double size = random.between(0.035, 0.05);
        for (int side = -1; side <= 1; side += 2) {
            Ellipse nipple = new Ellipse(side * out, y + random.between(-0.03, 0.03), size, size, 0);
            parts.add((px, py) -> density * Soft.inside(nipple.distance(px, py), 0.35));
        }
    }

    private void breasts(SeededRandom random) {
        double out = random.between(0.40, 0.52);
        double y = random.between(0.08, 0.22);
        double size = random.between(0.30, 0.42);
        double density = random.between(0.03, 0.09);
        for (int side = -1; side <= 1; side += 2) {
            Ellipse breast = new Ellipse(side * out, y, size, size * 0.9, 0);
            double top = y - 0.05;
            parts.add((px, py) -> density * Soft.inside(breast.distance(px, py), 0.05)
                    * Soft.step(top - 0.35, top + 0.25, py));
        }
    }

    private void electrodes(SeededRandom random) {
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            double x = random.between(-0.75, 0.75);
            double y = random.between(-0.6, 0.5);
            double slope = random.between(-0.5, 0.5);
            Ellipse button = new Ellipse(x, y, 0.03, 0.03, 0);
            parts.add((px, py) -> 0.30 * Soft.inside(button.distance(px, py), 0.3));
            parts.add((px, py) -> 0.14 * Soft.bump(px - x - slope * (py - y) - 0.2 * (py - y) * (py - y), 0.016)
                    * Soft.step(y, y + 0.02, py));
        }
    }

    private void pacemaker(SeededRandom random) {
        double x = random.between(0.42, 0.55);
        double y = random.between(-0.52, -0.42);
        Ellipse box = new Ellipse(x, y, 0.13, 0.10, random.between(-0.3, 0.3));
        parts.add((px, py) -> 0.5 * Soft.inside(box.distance(px, py), 0.08));
        parts.add((px, py) -> 0.25 * Soft.bump(px - 0.12 - 0.6 * (py - 0.3) * (py - 0.3), 0.018)
                * Soft.step(y, y + 0.05, py) * Soft.inside(py - 0.32, 0.02));
    }

    @Override
    public double at(double x, double y) {
        double sum = 0;
        for (Tissue part : parts) {
            sum += part.at(x, y);
        }
        return sum;
    }
}
