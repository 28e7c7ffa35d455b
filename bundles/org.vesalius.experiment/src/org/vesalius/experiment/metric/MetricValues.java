// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How well a network does on some samples. Of a network with several outputs a value may be that of one of them; its key
 * is then the id of the metric, a colon, and the name of the output.
 *
 * @param values by the ids of metrics, also of such as this version doesn't know; what has no meaning here is left out.
 *        Values may be NaN or infinite, when training diverged
 */
public record MetricValues(Map<String, Double> values) {
    private static final char SEPARATOR = ':';

    /** The values of no samples: none. */
    public static final MetricValues NONE = new MetricValues(Map.of());

    /** Copies the map and keeps its order. */
    public MetricValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** With one value more, or another one. */
    public MetricValues with(Metric metric, double value) {
        return with(key(metric, ""), value);
    }

    /** With one value more, or another one, by its {@link #key}. */
    public MetricValues with(String key, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new MetricValues(more);
    }

    /** The value of a metric; NaN where there is none. */
    public double of(Metric metric) {
        return of(key(metric, ""));
    }

    /** The value by its {@link #key}; NaN where there is none. */
    public double of(String key) {
        return values.getOrDefault(key, Double.NaN);
    }

    /**
     * The key of a value.
     *
     * @param output name of the output that it is of; empty for that of the whole network
     */
    public static String key(Metric metric, String output) {
        return output.isEmpty() ? metric.id() : metric.id() + SEPARATOR + output;
    }

    /** The metric that a key begins with; empty for one that this version doesn't know. */
    public static Optional<Metric> metric(String key) {
        int separator = key.indexOf(SEPARATOR);
        return Metric.of(separator < 0 ? key : key.substring(0, separator));
    }

    /** The name of the output that a key ends with; empty for a value of the whole network. */
    public static String output(String key) {
        int separator = key.indexOf(SEPARATOR);
        return separator < 0 ? "" : key.substring(separator + 1);
    }

    /** What people call a value: {@code AUC of grade}. */
    public static String name(String key) {
        String name = metric(key).map(Metric::name).orElse(key);
        return metric(key).isEmpty() || output(key).isEmpty() ? name : name + " of " + output(key);
    }
}
