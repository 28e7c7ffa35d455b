// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.reader.ColumnReader;

/**
 * The reader {@code sleep-phantom}: a made-up night of {@value #STEPS} half minutes, written {@code sleep:patient=12}. The
 * option {@code show} is {@code power} for the power in {@value #BANDS} bands of 1 Hz, in standard deviations (time ×
 * channel), or {@code stages} for the number of the stage of each half minute (time × 1); {@code seed} (a whole number, 0 if
 * not set) makes other patients.
 */
public final class SleepPhantom implements ColumnReader {
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
    private static final double NOISE = 1.2;
    private static final Pattern TEXT = Pattern.compile("sleep:patient=(\\d{1,9})");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean readsFiles() {
        return false;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        return ID + " " + seed(options) + " " + shown(options) + " " + patient(value);
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        SeededRandom random = SeededRandom.of(seed(options), SeededRandom.key(ID), patient(value));
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
        double strength = random.between(-0.5, 0.5);
        double tilt = random.between(-0.5, 0.5);
        float[] power = new float[STEPS * BANDS];
        for (int i = 0; i < power.length; i++) {
            int band = i % BANDS;
            double own = strength + tilt * (2.0 * band / (BANDS - 1) - 1);
            power[i] = (float) (stages[i / BANDS].power(band + 1.5) + own + NOISE * random.nearNormal());
        }
        return power;
    }

    private static TypedArray array(int channels, float[] values) {
        return TypedArray.of(new ArrayDescription(List.of(new Axis(Axis.TIME, STEPS, SECONDS),
                Axis.of(Axis.CHANNEL, channels)), ElementType.F32, "", ""), values);
    }

    private static long patient(String value) throws UnreadableImageException {
        Matcher matcher = TEXT.matcher(value);
        if (!matcher.matches()) {
            throw new UnreadableImageException("describes no sleep phantom; it should read like sleep:patient=12");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static long seed(Map<String, String> options) throws UnreadableImageException {
        try {
            return Long.parseLong(options.getOrDefault(ChestPhantom.SEED, "0"));
        } catch (NumberFormatException e) {
            throw new UnreadableImageException("can't be made: the option seed must be a whole number", e);
        }
    }

    private static String shown(Map<String, String> options) throws UnreadableImageException {
        String shown = options.getOrDefault(SHOW, POWER);
        if (!List.of(POWER, STAGES).contains(shown)) {
            throw new UnreadableImageException("can't be made: the option show must be power or stages");
        }
        return shown;
    }
}
