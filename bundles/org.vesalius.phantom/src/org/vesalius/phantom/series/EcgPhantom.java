// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.phantom.Soft;

/**
 * The reader {@code ecg-phantom}: {@value #STEPS} values in mV, {@value #RATE} a second, of one lead of an electrocardiogram
 * (time × 1), written {@code ecg:patient=12,rhythm=fibrillation}; other rhythms are {@code normal} and {@code premature}.
 * Rate, height of the beats, drift and noise are of the patient and tell nothing of the rhythm.
 */
public final class EcgPhantom extends SeriesPhantom {
    /** This reader's id. */
    public static final String ID = "ecg-phantom";
    /** Values of a signal. */
    public static final int STEPS = 512;
    /** Values a second. */
    public static final int RATE = 80;

    private static final double NOISE = 0.06;
    private static final double REACH = 0.45;

    /** The reader. */
    public EcgPhantom() {
        super(ID, "ecg:patient=(\\d{1,9}),rhythm=(normal|fibrillation|premature)", "ecg:patient=12,rhythm=normal");
    }

    @Override
    String details(Map<String, String> options) {
        return "";
    }

    @Override
    TypedArray draw(Matcher value, SeededRandom random, Map<String, String> options) {
        Rhythm rhythm = Rhythm.valueOf(value.group(2).toUpperCase(Locale.ROOT));
        float[] values = new float[STEPS];
        addBackground(values, rhythm, random);
        addBeats(values, rhythm, random);
        return TypedArray.of(new ArrayDescription(List.of(new Axis(Axis.TIME, STEPS, 1.0 / RATE), Axis.of(Axis.CHANNEL, 1)),
                ElementType.F32, "mV", ""), values);
    }

    /** Breath, muscles and, in fibrillation, the atria. */
    private static void addBackground(float[] values, Rhythm rhythm, SeededRandom random) {
        double breath = random.between(0.05, 0.2);
        double slow = random.between(3, 5);
        double first = random.between(0, slow);
        double quick = random.between(0.14, 0.2);
        for (int i = 0; i < values.length; i++) {
            double time = (double) i / RATE;
            double atria = rhythm == Rhythm.FIBRILLATION ? 0.08 * wave(time, quick) : 0;
            values[i] = (float) (breath * wave(time + first, slow) + atria + NOISE * random.nearNormal());
        }
    }

    /** A wave between −1 and 1, like a sine. */
    private static double wave(double time, double period) {
        double phase = time / period - StrictMath.floor(time / period);
        return Soft.bump(phase - 0.25, 0.5) - Soft.bump(phase - 0.75, 0.5);
    }

    private static void addBeats(float[] values, Rhythm rhythm, SeededRandom random) {
        double usual = random.between(0.65, 1.05);
        double height = random.between(0.7, 1.3);
        double time = -random.between(0, usual);
        int number = random.nextInt(6);
        while (time < (double) STEPS / RATE + REACH) {
            for (int i = Math.max(0, (int) ((time - REACH) * RATE)); i < Math.min(STEPS, (time + REACH) * RATE); i++) {
                values[i] += (float) (height * rhythm.beat(number, (double) i / RATE - time));
            }
            number++;
            time += rhythm.interval(random, usual, number);
        }
    }
}
