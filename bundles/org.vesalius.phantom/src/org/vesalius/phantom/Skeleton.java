// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/** Spine, ribs (behind and in front), collarbones and shoulder blades. */
final class Skeleton implements Tissue {
    private static final int RIBS = 10;

    private final double cage;
    private final double firstRib;
    private final double spacing;
    private final double sag;
    private final double ribHalfWidth;
    private final double boneDensity;
    private final double frontDensity;
    private final double vertebra;
    private final double spineHalfWidth;
    private final double clavicleTilt;

    Skeleton(SeededRandom random, Thorax thorax) {
        cage = thorax.lungHalfWidth() + 0.04;
        firstRib = thorax.apex() + random.between(-0.02, 0.04);
        spacing = random.between(0.135, 0.165);
        sag = random.between(0.16, 0.30);
        ribHalfWidth = random.between(0.020, 0.028);
        boneDensity = random.between(0.07, 0.13);
        frontDensity = boneDensity * random.between(0.45, 0.75);
        vertebra = random.between(0.095, 0.115);
        spineHalfWidth = random.between(0.075, 0.095);
        clavicleTilt = random.between(-0.22, -0.10);
    }

    @Override
    public double at(double x, double y) {
        return spine(x, y) + ribs(x, y) + clavicle(x, y) + shoulderBlade(x, y);
    }

    private double spine(double x, double y) {
        double band = Soft.inside(Math.abs(x) - spineHalfWidth, 0.025);
        double phase = y / vertebra - Math.floor(y / vertebra);
        double plate = 1 - 0.45 * Soft.bump(phase - 0.5, 0.18);
        double process = Soft.bump(x, 0.03) * Soft.bump(phase - 0.1, 0.3);
        return band * (0.10 * plate + 0.06 * process) * (0.7 + 0.3 * Soft.step(-0.2, 0.7, y));
    }

    private double ribs(double x, double y) {
        double out = Math.abs(x) / cage;
        if (out > 1.02) {
            return 0;
        }
        double fade = Soft.inside(out - 0.99, 0.03);
        double behind = 0;
        double inFront = 0;
        for (int rib = 0; rib < RIBS; rib++) {
            double origin = firstRib + rib * spacing;
            behind = Math.max(behind, bone(y - back(out, origin, rib), ribHalfWidth));
            inFront = Math.max(inFront, bone(y - front(out, origin, rib), ribHalfWidth * 1.15));
        }
        double notAtSpine = Soft.step(0.04, 0.12, Math.abs(x));
        double frontFade = Soft.step(0.38, 0.62, out);
        double rim = 1 + 0.4 * Soft.step(0.80, 1, out);
        return fade * rim * (boneDensity * behind * notAtSpine + frontDensity * inFront * frontFade);
    }

    /** A rib's middle line behind: a little up from the spine, then ever steeper down to the side. */
    private double back(double out, double origin, int rib) {
        double steepness = sag * (0.7 + 0.07 * rib);
        return origin - 0.10 * out * (1 - out) + steepness * out * out * out;
    }

    /** In front it runs on from the side, down and towards the middle. */
    private double front(double out, double origin, int rib) {
        double side = origin + sag * (0.7 + 0.07 * rib);
        double rest = 1 - out;
        return side + 0.42 * rest * (1 - 0.35 * rest) + 0.05;
    }

    /** Across a rib: the hard rim on both edges is denser than the middle. */
    private static double bone(double distance, double halfWidth) {
        double inside = Soft.inside(Math.abs(distance) - halfWidth, 0.012);
        if (inside == 0) {
            return 0;
        }
        return inside * (0.72 + 0.28 * Soft.bump(Math.abs(distance) - halfWidth * 0.85, halfWidth * 0.6));
    }

    private double clavicle(double x, double y) {
        double out = Math.abs(x);
        double middle = firstRib + 0.10 + clavicleTilt * (out - 0.1) - 0.10 * (out - 0.1) * (out - 0.75);
        double length = Soft.step(0.06, 0.12, out) * Soft.inside(out - 0.80, 0.04);
        return 0.13 * length * bone(y - middle, 0.034);
    }

    private double shoulderBlade(double x, double y) {
        double out = Math.abs(x);
        double edge = out - (cage - 0.10) - 0.12 * (y + 0.4);
        double height = Soft.step(-0.75, -0.6, y) * Soft.inside(y + 0.12, 0.12);
        return 0.06 * Soft.step(-0.02, 0.03, edge) * height * Soft.inside(out - 1.0, 0.05);
    }
}
