// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.BoundColumn;

/** Takes from the training samples what the encoding of a column needs. */
final class ColumnFit {
    private static final Set<Encoding> STANDARDISED = Set.of(Encoding.STANDARDISED, Encoding.LOG_STANDARDISED);

    private final Dataset dataset;
    private final List<Sample> training;

    ColumnFit(Dataset dataset) {
        this.dataset = dataset;
        training = dataset.samples(Subset.TRAIN);
    }

    /** A column that feeds an input. */
    FittedColumn input(BoundColumn bound) {
        return fitted(bound, new StandIn(bound.column(), known(bound)).cell(), bound.indicated());
    }

    /** A column that an output is compared with: nothing stands in for what isn't known. */
    FittedColumn target(BoundColumn bound) {
        return fitted(bound, "", false);
    }

    /**
     * The time of discrete hazards, with intervals that hold as many events each, as far as that can be.
     *
     * @param event the column that tells events
     * @param intervals how many there are
     */
    FittedColumn times(BoundColumn time, BoundColumn event, int intervals) {
        List<Double> bounds = EventTimes.bounds(EventTimes.of(time, event, dataset), intervals);
        FittedColumn fitted = target(time);
        return new FittedColumn(fitted.column(), fitted.encoding(), fitted.mean(), fitted.deviation(),
                fitted.categories(), fitted.separator(), fitted.fill(), fitted.indicator(), bounds);
    }

    /** With the mean of the known numbers, or of their logarithms, and their deviation, that of all of them (divisor n). */
    private FittedColumn fitted(BoundColumn bound, String fill, boolean indicator) {
        Column column = bound.column();
        double[] numbers = STANDARDISED.contains(bound.encoding()) ? known(bound).stream()
                .mapToDouble(cell -> CellCode.measured(bound.encoding(), Double.parseDouble(cell))).toArray() : new double[0];
        double mean = Arrays.stream(numbers).average().orElse(0);
        return new FittedColumn(column.name(), bound.encoding().getLiteral(), mean, deviation(numbers, mean),
                column.categories(), bound.encoding() == Encoding.MULTI_LABEL ? bound.separator() : "", fill,
                indicator, List.of());
    }

    /** Exactly 0 where all numbers are equal: the mean of equal numbers may be off by a rounding. */
    private static double deviation(double[] numbers, double mean) {
        if (Arrays.stream(numbers).allMatch(x -> x == numbers[0])) {
            return 0;
        }
        return StrictMath.sqrt(Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }

    private List<String> known(BoundColumn bound) {
        return training.stream().map(bound::cell).filter(cell -> !cell.isEmpty()).toList();
    }
}
