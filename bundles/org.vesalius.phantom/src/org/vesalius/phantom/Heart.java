// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/** Heart, great vessels, the roots of the lungs, windpipe, and the stomach's bubble of air. */
final class Heart implements Tissue {
    private final Thorax thorax;
    private final Ellipse ventricles;
    private final Ellipse atrium;
    private final Ellipse aorta;
    private final Ellipse stomach;
    private final double density;
    private final double mediastinum;
    private final double hilum;
    private final double hilumHeight;
    private final double stomachAir;

    Heart(SeededRandom random, Thorax thorax) {
        this.thorax = thorax;
        double size = random.between(0.85, 1.20);
        double low = random.between(0.20, 0.34);
        ventricles = new Ellipse(random.between(0.12, 0.19), low + 0.04, 0.34 * size, 0.25 * size,
                random.between(0.35, 0.75));
        atrium = new Ellipse(random.between(-0.10, -0.05), low, 0.16 * size, 0.26 * size, 0);
        aorta = new Ellipse(random.between(0.10, 0.15), random.between(-0.32, -0.22), 0.09, 0.10, 0);
        stomach = new Ellipse(random.between(0.30, 0.48), random.between(0.80, 0.92), random.between(0.08, 0.20),
                random.between(0.05, 0.10), random.between(-0.3, 0.3));
        density = random.between(0.27, 0.36);
        mediastinum = random.between(0.10, 0.15);
        hilum = random.between(0.06, 0.13);
        hilumHeight = random.between(-0.10, 0.02);
        stomachAir = random.chance(0.6) ? random.between(0.12, 0.25) : 0;
    }

    @Override
    public double at(double x, double y) {
        double chambers = Math.max(Soft.inside(ventricles.distance(x, y), 0.12),
                Soft.inside(atrium.distance(x, y), 0.16));
        double great = Math.max(Soft.inside(aorta.distance(x, y), 0.30), band(x, y));
        double belowDome = Soft.step(-0.03, 0.06, y - thorax.diaphragm(x));
        double shadow = Math.max(chambers, 0.75 * great) * (1 - 0.8 * belowDome);
        return density * shadow + roots(x, y) - windpipe(x, y) - stomachAir * Soft.inside(stomach.distance(x, y), 0.3);
    }

    private double band(double x, double y) {
        double width = mediastinum + 0.02 * Soft.step(-0.2, -0.8, y);
        return Soft.inside(Math.abs(x) - width, 0.035);
    }

    private double roots(double x, double y) {
        double height = hilumHeight + (x < 0 ? 0.04 : 0);
        double ratio = (y - height) / 1.6;
        double squared = (Math.abs(x) - 0.19) * (Math.abs(x) - 0.19) + ratio * ratio;
        return hilum * Soft.bump(Math.sqrt(squared), 0.16);
    }

    private double windpipe(double x, double y) {
        double upper = Soft.inside(Math.abs(x) - 0.045, 0.02) * Soft.inside(y + 0.34, 0.06);
        double fork = Soft.inside(Math.abs(Math.abs(x) - 0.05 - 0.6 * (y + 0.34)) - 0.02, 0.02)
                * Soft.step(-0.36, -0.32, y) * Soft.inside(y + 0.20, 0.06);
        return 0.13 * upper + 0.07 * fork;
    }
}
