// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vesalius.evaluation.OutputTask;

/**
 * One measure of how well a network does. Files, monitors and charts name it by its id.
 *
 * @param id small letters, digits and hyphens, such as {@code loss}; it never changes, for files hold it
 * @param name what people call it
 * @param tasks what an output has to be asked for that it has a meaning
 * @param direction which of two values is the better one
 * @param fraction whether its values lie between 0 and 1
 */
public record Metric(String id, String name, Set<OutputTask> tasks, Direction direction, boolean fraction) {
    /** Which values are better. */
    public enum Direction {
        /** The smaller ones. */
        SMALLER,
        /** The larger ones. */
        LARGER
    }

    private static final Set<String> OF_PEOPLE = Set.of("dice", "hamming-loss");

    /** The mean loss of a sample; NaN or infinite when training diverged. */
    public static final Metric LOSS =
            new Metric("loss", "Loss", EnumSet.allOf(OutputTask.class), Direction.SMALLER, false);

    /** The fraction of the samples, or of the steps of sequences, that is classified correctly. */
    public static final Metric ACCURACY = larger("accuracy", "Accuracy", OutputTask.BINARY, OutputTask.CATEGORY,
            OutputTask.SEQUENCE);

    /** All that are measured after each epoch. */
    public static final List<Metric> ALL = List.of(LOSS, ACCURACY,
            larger("auc", "AUC", OutputTask.BINARY, OutputTask.CATEGORY, OutputTask.MULTI_LABEL),
            larger("average-precision", "Mean AP", OutputTask.MULTI_LABEL),
            larger("micro-average-precision", "Micro AP", OutputTask.MULTI_LABEL),
            new Metric("hamming-loss", "Hamming loss", EnumSet.of(OutputTask.MULTI_LABEL), Direction.SMALLER, true),
            smaller("mae", "MAE"), smaller("rmse", "RMSE"),
            new Metric("r2", "R²", EnumSet.of(OutputTask.REGRESSION), Direction.LARGER, false),
            larger("dice", "Dice", OutputTask.SEGMENTATION),
            larger("iou", "IoU", OutputTask.SEGMENTATION),
            larger("concordance", "Concordance", OutputTask.SURVIVAL));

    /** Copies the tasks. */
    public Metric {
        tasks = Set.copyOf(tasks);
    }

    private static Metric larger(String id, String name, OutputTask first, OutputTask... others) {
        return new Metric(id, name, EnumSet.of(first, others), Direction.LARGER, true);
    }

    private static Metric smaller(String id, String name) {
        return new Metric(id, name, EnumSet.of(OutputTask.REGRESSION, OutputTask.RECONSTRUCTION), Direction.SMALLER,
                false);
    }

    /** The metric with this id; empty for one that another version or a plug-in measures. */
    public static Optional<Metric> of(String id) {
        return ALL.stream().filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** What people call the metric with this id, also one that is not measured after each epoch. */
    public static String name(String id) {
        String words = words(id);
        return of(id).map(Metric::name).orElse(words.isEmpty() ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** The same within a sentence. */
    public static String words(String id) {
        return of(id).map(Metric::words).orElse(id.replace('-', ' ').replace("auc", "AUC").replace("f1", "F1")
                .replace("hd95", "HD95").replace("brier", "Brier").replace("uno c", "Uno's c").replace("dice", "Dice"));
    }

    /** The name within a sentence. */
    public String words() {
        // names such as AUC, IoU and R² stay as they are, and those of people
        boolean word = name.matches("[A-Z][a-z]+( .*)?") && !OF_PEOPLE.contains(id);
        return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** Whether it is measured on training samples, too, batch by batch as they are trained on. */
    public boolean whileTraining() {
        return equals(LOSS) || equals(ACCURACY);
    }

    /** A value turned so that smaller is better. */
    public double cost(double value) {
        return direction == Direction.SMALLER ? value : -value;
    }
}
