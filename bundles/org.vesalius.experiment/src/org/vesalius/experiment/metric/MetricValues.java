// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a network does on some samples.
 *
 * @param values by the ids of metrics, also of such as this version doesn't know; what has no meaning here is left out.
 *        Values may be NaN or infinite, when training diverged
 */
public record MetricValues(Map<String, Double> values) {
    /** The values of no samples: none. */
    public static final MetricValues NONE = new MetricValues(Map.of());

    /** Copies the map and keeps its order. */
    public MetricValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** With one value more, or another one. */
    public MetricValues with(Metric metric, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(metric.id(), value);
        return new MetricValues(more);
    }

    /** The value of a metric; NaN where there is none. */
    public double of(Metric metric) {
        return values.getOrDefault(metric.id(), Double.NaN);
    }
}
