// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.sequence.Events;
import org.vesalius.dataset.sequence.GridOptions;

/**
 * The reader {@code monitor-phantom}: {@value #HOURS} hours of heart rate, respiration, blood pressure and lactate, each measured
 * at times of its own, written {@code monitor:patient=12,course=stable} or {@code course=worse}. In those who get worse all
 * drifts from some hour on, and from then on they are measured more often. The options are those of {@link GridOptions}.
 */
public final class MonitorPhantom extends SeriesPhantom {
    /** This reader's id. */
    public static final String ID = "monitor-phantom";
    /** Hours that are told. */
    public static final int HOURS = 24;

    /** How many times as often those who get worse are measured. */
    static final double MORE_OFTEN = 1.3;
    /** The first hour in which somebody may begin to get worse. */
    static final int EARLIEST = 6;
    /** How many hours there are from then on in which it may begin, each as likely. */
    static final int ONSETS = 17;

    private static final double SECONDS = 3600;

    /** The reader. */
    public MonitorPhantom() {
        super(ID, "monitor:patient=(\\d{1,9}),course=(stable|worse)", "monitor:patient=12,course=stable");
    }

    @Override
    String details(Map<String, String> options) throws UnreadableImageException {
        return GridOptions.of(options).options().toString();
    }

    @Override
    TypedArray draw(Matcher value, SeededRandom random, Map<String, String> options) throws UnreadableImageException {
        GridOptions grid = GridOptions.of(options);
        int channels = VitalSign.values().length;
        float[] values = grid.arranged(grid.grid().values(measured(random, value.group(2).equals("worse")), channels), channels);
        int all = grid.channels(Arrays.stream(VitalSign.values()).map(VitalSign::text).toList()).size();
        Axis time = new Axis(Axis.TIME, values.length / all, grid.grid().step());
        return TypedArray.of(new ArrayDescription(List.of(time, Axis.of(Axis.CHANNEL, all)), ElementType.F32, "", ""), values);
    }

    /** The measurements of a patient, at most one an hour of each sign. */
    static Events measured(SeededRandom random, boolean worse) {
        int onset = worse ? EARLIEST + random.nextInt(ONSETS) : HOURS;
        Events events = new Events();
        for (VitalSign sign : VitalSign.values()) {
            double usual = sign.usual() + sign.between() * normal(random);
            for (int hour = 0; hour < HOURS; hour++) {
                double late = Math.max(0, hour + 1 - onset);
                double value = usual + sign.drift() * late + sign.noise() * normal(random);
                double minute = random.nextInt(60);
                if (random.chance(sign.chance() * (late > 0 ? MORE_OFTEN : 1))) {
                    events.add(hour * SECONDS + minute * 60, sign.ordinal(), (float) value);
                }
            }
        }
        return events;
    }

    /** Normally distributed (Box and Muller), and the same to the bit on every machine. */
    private static double normal(SeededRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
