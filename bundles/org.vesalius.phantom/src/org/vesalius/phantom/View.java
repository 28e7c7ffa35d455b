// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/** How one image was taken: the patient's position, the exposure, and the noise of the detector. */
final class View {
    private final double cos;
    private final double sin;
    private final double scale;
    private final double shiftX;
    private final double shiftY;
    private final double gain;
    private final double offset;
    private final double curve;
    private final double gradientX;
    private final double gradientY;
    private final double noise;
    private final SeededRandom detector;

    View(SeededRandom random) {
        double angle = random.between(-0.05, 0.05);
        cos = StrictMath.cos(angle);
        sin = StrictMath.sin(angle);
        scale = random.between(0.96, 1.04);
        shiftX = random.between(-0.04, 0.04);
        shiftY = random.between(-0.04, 0.04);
        gain = random.between(0.80, 0.95);
        offset = random.between(-0.11, -0.04);
        curve = random.between(0.9, 1.4);
        gradientX = random.between(-0.06, 0.06);
        gradientY = random.between(-0.06, 0.06);
        noise = random.between(0.005, 0.014);
        detector = random;
    }

    /** Where in the patient a place on the film lies, x. */
    double patientX(double x, double y) {
        return ((x - shiftX) * cos + (y - shiftY) * sin) / scale;
    }

    /** Where in the patient a place on the film lies, y. */
    double patientY(double x, double y) {
        return ((y - shiftY) * cos - (x - shiftX) * sin) / scale;
    }

    /** The grey value 0…255 of a place on the film; to be asked once a pixel, in order, since it draws the noise. */
    float expose(double x, double y, double density) {
        double light = density * (1 + gradientX * x + gradientY * y);
        double film = gain * (1 + curve) * light / (light + curve);
        double lit = film + offset * Soft.step(0, 0.2, density);
        double noisy = lit + noise * detector.nearNormal();
        return (float) (255 * Math.min(Math.max(noisy, 0), 1));
    }
}
