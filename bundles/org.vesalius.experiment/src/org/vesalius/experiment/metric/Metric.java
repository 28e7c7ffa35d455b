// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import java.util.List;
import java.util.Optional;

/**
 * One measure of how well a network does. Files, monitors and charts name it by its id.
 *
 * @param id small letters and hyphens, such as {@code loss}; it never changes, for files hold it
 * @param name what people call it
 * @param task where it has a meaning
 * @param direction which of two values is the better one
 * @param fraction whether its values lie between 0 and 1
 */
public record Metric(String id, String name, Task task, Direction direction, boolean fraction) {

    /** What a network is asked for. */
    public enum Task {
        /** Whatever it is asked. */
        ANY,
        /** To tell categories apart. */
        CLASSIFICATION
    }

    /** Which values are better. */
    public enum Direction {
        /** The smaller ones. */
        SMALLER,
        /** The larger ones. */
        LARGER
    }

    /** The mean loss of a sample; NaN or infinite when training diverged. */
    public static final Metric LOSS = new Metric("loss", "Loss", Task.ANY, Direction.SMALLER, false);

    /** The fraction of the samples that is classified correctly. */
    public static final Metric ACCURACY =
            new Metric("accuracy", "Accuracy", Task.CLASSIFICATION, Direction.LARGER, true);

    /** All that are measured after each epoch. */
    public static final List<Metric> ALL = List.of(LOSS, ACCURACY);

    /** The metric with this id; empty for one that another version or a plug-in measures. */
    public static Optional<Metric> of(String id) {
        return ALL.stream().filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** A value turned so that smaller is better. */
    public double cost(double value) {
        return direction == Direction.SMALLER ? value : -value;
    }
}
