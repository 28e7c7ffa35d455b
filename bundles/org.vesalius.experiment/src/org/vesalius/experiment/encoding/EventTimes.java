// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.binding.BoundColumn;

/** When events came in the training samples. */
public final class EventTimes {
    private EventTimes() {
    }

    /**
     * The times of events that are known, sorted.
     *
     * @param time the column of times
     * @param event the column that tells events
     */
    public static double[] of(BoundColumn time, BoundColumn event, Dataset dataset) {
        CellCode events = new CellCode(new ColumnFit(dataset).target(event));
        return dataset.samples(Subset.TRAIN).stream().filter(sample -> happened(events, event.cell(sample)))
                .map(time::cell).filter(cell -> !cell.isEmpty()).mapToDouble(Double::parseDouble).sorted().toArray();
    }

    private static boolean happened(CellCode events, String cell) {
        float[] code = new float[1];
        return events.encodeTruth(cell, code, 0) && code[0] > 0;
    }

    /**
     * The ends of intervals that hold as many events each, as far as that can be: events at one time are in one interval.
     *
     * @param sorted the times of events, sorted
     * @param intervals how many there are
     * @return in ascending order, each once where there are as many different times; none without an event
     */
    static List<Double> bounds(double[] sorted, int intervals) {
        double[] times = Arrays.stream(sorted).distinct().toArray();
        List<Double> bounds = new ArrayList<>();
        int next = 0;
        for (int i = 1; i <= intervals && times.length > 0; i++) {
            int share = Math.max(0, (int) Math.ceil(i * (double) sorted.length / intervals) - 1);
            int wanted = Math.max(next, Arrays.binarySearch(times, sorted[share]));
            // what is left for the intervals that follow
            int place = Math.max(0, Math.min(wanted, times.length - 1 - (intervals - i)));
            bounds.add(times[place]);
            next = place + 1;
        }
        return bounds;
    }
}
