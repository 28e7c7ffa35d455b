// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.random.SeededRandom;

/**
 * The reader {@code sleep-phantom}: a made-up night of {@value #STEPS} half minutes, written {@code sleep:patient=12}. The
 * option {@code show} is {@code power} for the power in {@value #BANDS} bands of 1 Hz, in standard deviations (time ×
 * channel), or {@code stages} for the number of the stage of each half minute (time × 1); {@code seed} (a whole number, 0 if
 * not set) makes other patients.
 */
public final class SleepPhantom extends SeriesPhantom {
    /** This reader's id. */
    public static final String ID = "sleep-phantom";
    /** The option that tells what is shown. */
    public static final String SHOW = "show";
    /** Shows the power in each band. */
    public static final String POWER = "power";
    /** Shows the stages. */
    public static final String STAGES = "stages";
    /** Half minutes of a night. */
    public static final int STEPS = 100;
    /** Bands of 1 Hz, the first from 1 Hz on. */
    public static final int BANDS = 32;

    private static final double SECONDS = 30;
    /** The standard deviation of single values. */
    static final double NOISE = 1.2;
    /** How far strength and tilt of a patient are from the usual at most. */
    static final double OWN = 0.5;

    /** The reader. */
    public SleepPhantom() {
        super(ID, "sleep:patient=(\\d{1,9})", "sleep:patient=12");
    }

    @Override
    String details(Map<String, String> options) throws UnreadableImageException {
        return shown(options);
    }

    @Override
    TypedArray draw(Matcher value, SeededRandom random, Map<String, String> options) throws UnreadableImageException {
        SleepStage[] stages = stages(random);
        return shown(options).equals(STAGES) ? array(1, numbers(stages)) : array(BANDS, power(stages, random));
    }

    private static SleepStage[] stages(SeededRandom random) {
        SleepStage[] stages = new SleepStage[STEPS];
        SleepStage stage = SleepStage.values()[random.nextInt(SleepStage.values().length)];
        for (int i = 0; i < STEPS; i++) {
            stages[i] = stage;
            stage = stage.next(random.nextDouble());
        }
        return stages;
    }

    private static float[] numbers(SleepStage[] stages) {
        float[] numbers = new float[stages.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stages[i].ordinal();
        }
        return numbers;
    }

    /** Each patient has more or less power than others, and more of the low or of the high frequencies. */
    private static float[] power(SleepStage[] stages, SeededRandom random) {
        double strength = random.between(-OWN, OWN);
        double tilt = random.between(-OWN, OWN);
        float[] power = new float[STEPS * BANDS];
        for (int i = 0; i < power.length; i++) {
            int band = i % BANDS;
            double own = strength + tilt * slope(band);
            power[i] = (float) (stages[i / BANDS].power(band + 1.5) + own + NOISE * random.nearNormal());
        }
        return power;
    }

    /** From −1 in the first band to 1 in the last. */
    static double slope(int band) {
        return 2.0 * band / (BANDS - 1) - 1;
    }

    private static TypedArray array(int channels, float[] values) {
        return TypedArray.of(new ArrayDescription(List.of(new Axis(Axis.TIME, STEPS, SECONDS),
                Axis.of(Axis.CHANNEL, channels)), ElementType.F32, "", ""), values);
    }

    private static String shown(Map<String, String> options) throws UnreadableImageException {
        String shown = options.getOrDefault(SHOW, POWER);
        if (!List.of(POWER, STAGES).contains(shown)) {
            throw new UnreadableImageException("can't be made: the option show must be power or stages");
        }
        return shown;
    }
}
