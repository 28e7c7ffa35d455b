// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.worker.train.Monitor;

/**
 * Says that losses are weighted, and what the best epoch is chosen by.
 *
 * @param weights how much a sample counts, by category
 * @param monitor what the best epoch is chosen by
 */
record WeightedLoss(Map<String, Double> weights, Monitor monitor) {
    String text() {
        String list = weights.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.format(Locale.ROOT, "%.3g", entry.getValue()))
                .collect(Collectors.joining(", "));
        return "In the losses, training and validation samples count by their category (" + list
                + "); the best epoch is chosen by the " + chosenBy() + ".";
    }

    private String chosenBy() {
        String words = monitor.monitored().words();
        return monitor.monitored().metric().equals(Metric.LOSS) ? "weighted " + words
                : words + ", which counts all samples alike";
    }
}
