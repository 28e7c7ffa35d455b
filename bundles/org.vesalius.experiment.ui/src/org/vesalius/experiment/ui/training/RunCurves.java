// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.ui.chart.ChartContent;
import org.vesalius.ui.chart.ChartSeries;
import org.vesalius.ui.chart.PointBuffer;
import org.vesalius.ui.chart.SeriesStyle;

/**
 * The curves of one run, gathered from its events. One thread adds, others take charts. All x values are in epochs, so
 * that batches and epochs share an axis.
 */
public final class RunCurves {

    private static final String X_LABEL = "Epoch";
    /** The metrics known here come first, in their order; then others by id. */
    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(RunCurves::rank)
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, Triple> curves = new ConcurrentSkipListMap<>(ORDER);
    private volatile long batchesPerEpoch = 1;
    private volatile int epochs = 1;
    private volatile boolean validated = true;

    /** Says how many epochs are planned, before the run itself does. */
    public void plan(int plannedEpochs) {
        epochs = Math.max(1, plannedEpochs);
    }

    /** Adds what an event says; events without a number change nothing. */
    public void add(RunEvent event) {
        if (event instanceof RunStarted started) {
            batchesPerEpoch = Math.max(1, started.batchesPerEpoch());
            epochs = started.epochs();
            validated = started.validationSamples() > 0;
        } else if (event instanceof BatchFinished batch) {
            append((double) batch.iteration() / batchesPerEpoch, batch.metrics(), triple -> triple.batch);
        } else if (event instanceof EpochFinished epoch) {
            append(epoch.epoch(), epoch.training(), triple -> triple.training);
            if (validated) {
                append(epoch.epoch(), epoch.validation(), triple -> triple.validation);
            }
        }
    }

    /** A value that is not a number beside a loss that is one means there is no such thing here. */
    private void append(double x, MetricValues metrics, Function<Triple, PointBuffer> buffer) {
        boolean diverged = !Double.isFinite(metrics.of(Metric.LOSS));
        metrics.values().forEach((id, value) -> {
            if (Double.isFinite(value) || diverged || id.equals(Metric.LOSS.id())) {
                buffer.apply(curves.computeIfAbsent(id, key -> new Triple())).append(x, value);
            }
        });
    }

    private static int rank(String id) {
        int known = MetricValues.metric(id).map(Metric.ALL::indexOf).orElse(-1);
        return known < 0 ? Metric.ALL.size() : known;
    }

    /**
     * Returns a chart of each metric so far, with room for the epochs to come; of loss and accuracy while none is known.
     */
    public List<ChartContent> charts() {
        Set<String> ids = new TreeSet<>(ORDER);
        ids.add(Metric.LOSS.id());
        ids.addAll(curves.isEmpty() ? Set.of(Metric.ACCURACY.id()) : curves.keySet());
        return ids.stream().map(this::chart).toList();
    }

    private ChartContent chart(String id) {
        Optional<Metric> metric = MetricValues.metric(id);
        String title = MetricValues.name(id);
        ChartContent.Hue hue = metric.filter(Metric.LOSS::equals).isPresent() ? ChartContent.Hue.BLUE : ChartContent.Hue.ORANGE;
        Triple three = curves.getOrDefault(id, new Triple());
        return new ChartContent(title, X_LABEL, metric.map(Metric::name).orElse(id), hue, epochs,
                metric.map(Metric::fraction).orElse(false), series(three, metric.map(Metric::whileTraining).orElse(true)));
    }

    private static List<ChartSeries> series(Triple three, boolean whileTraining) {
        ChartSeries validation = new ChartSeries("Validation", SeriesStyle.DASHED, three.validation.snapshot());
        return whileTraining ? List.of(new ChartSeries("Batch", SeriesStyle.FAINT, three.batch.snapshot()),
                new ChartSeries("Training", SeriesStyle.SOLID, three.training.snapshot()), validation) : List.of(validation);
    }

    /** The three curves of one metric. */
    private static final class Triple {
        private final PointBuffer batch = new PointBuffer();
        private final PointBuffer training = new PointBuffer();
        private final PointBuffer validation = new PointBuffer();
    }
}
