// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Draws chest phantoms: the densities of all tissues are added up along the ray through each pixel, then exposed.
 *
 * @param seed other seeds make other patients
 * @param size rows and columns of the image
 */
record PhantomPainter(long seed, int size) {
    private static final double HAZY = 0.7;
    private static final long ANATOMY = 1;
    private static final long DISEASE = 2;
    private static final long COURSE = 3;
    private static final long VIEW = 4;
    private static final long DEVICES = 5;
    private static final long MASSES = 6;
    private static final double WHITE = 255;

    /** The image of a case; always the same. */
    TypedArray paint(PhantomCase shown) {
        List<Tissue> tissues = tissues(shown);
        View view = new View(random(VIEW, shown.patient(), shown.view()));
        float[] values = new float[size * size];
        for (int row = 0; row < size; row++) {
            double y = (2 * row + 1.0) / size - 1;
            for (int column = 0; column < size; column++) {
                double x = (2 * column + 1.0) / size - 1;
                double density = density(tissues, view.patientX(x, y), view.patientY(x, y));
                values[row * size + column] = view.expose(x, y, density);
            }
        }
        return picture(values);
    }

    /** Which pixels of the image of a case show a mass: white, all others black. */
    TypedArray mark(PhantomCase shown) {
        float[] values = new float[size * size];
        if (shown.finding() == Finding.MASS) {
            Masses masses = masses(shown, new Thorax(random(ANATOMY, shown.patient())));
            View view = new View(random(VIEW, shown.patient(), shown.view()));
            for (int i = 0; i < values.length; i++) {
                double x = (2 * (i % size) + 1.0) / size - 1;
                double y = (2 * (i / size) + 1.0) / size - 1;
                values[i] = masses.covers(view.patientX(x, y), view.patientY(x, y)) ? (float) WHITE : 0;
            }
        }
        return picture(values);
    }

    private TypedArray picture(float[] values) {
        ArrayDescription image = ArrayDescription.of(ElementType.F32, Axis.of(Axis.Y, size), Axis.of(Axis.X, size),
                Axis.of(Axis.CHANNEL, 1));
        return TypedArray.of(image.with(Brightness.between(0, WHITE)), values);
    }

    private List<Tissue> tissues(PhantomCase shown) {
        SeededRandom anatomy = random(ANATOMY, shown.patient());
        Thorax thorax = new Thorax(anatomy);
        List<Tissue> tissues = new ArrayList<>();
        tissues.add(thorax);
        tissues.add(within(thorax, new Skeleton(anatomy, thorax)));
        tissues.add(within(thorax, new Heart(anatomy, thorax)));
        tissues.add(new Vessels(anatomy, thorax));
        tissues.add(new Devices(random(DEVICES, shown.patient(), shown.view())));
        lungShadow(shown, thorax).ifPresent(tissues::add);
        if (shown.finding() == Finding.MASS) {
            tissues.add(masses(shown, thorax));
        }
        return tissues;
    }

    private Masses masses(PhantomCase shown, Thorax thorax) {
        return new Masses(random(MASSES, shown.patient()), thorax);
    }

    private Optional<Tissue> lungShadow(PhantomCase shown, Thorax thorax) {
        SeededRandom patient = random(DISEASE, shown.patient());
        SeededRandom view = random(COURSE, shown.patient(), shown.view());
        if (shown.finding() == Finding.OPACITY) {
            return Optional.of(new Opacity(patient, view, thorax));
        }
        boolean hazy = view.chance(HAZY);
        return hazy ? Optional.of(new Haze(patient, view, thorax)) : Optional.empty();
    }

    private static Tissue within(Thorax thorax, Tissue tissue) {
        return (x, y) -> {
            double body = thorax.body(x, y);
            return body == 0 ? 0 : tissue.at(x, y) * Math.min(1, body * 1.6);
        };
    }

    private static double density(List<Tissue> tissues, double x, double y) {
        double sum = 0.02;
        for (Tissue tissue : tissues) {
            sum += tissue.at(x, y);
        }
        return Math.max(0, sum);
    }

    private SeededRandom random(long... keys) {
        return SeededRandom.of(seed, keys);
    }
}
