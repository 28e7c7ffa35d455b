// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.util.List;
import org.vesalius.experiment.event.Metrics;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent;
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

    private final Triple loss = new Triple();
    private final Triple accuracy = new Triple();
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
            double x = (double) batch.iteration() / batchesPerEpoch;
            loss.batch.append(x, batch.loss());
            appendKnown(accuracy.batch, x, batch.accuracy(), batch.loss());
        } else if (event instanceof EpochFinished epoch) {
            addEpoch(epoch.epoch(), epoch.training(), epoch.validation());
        }
    }

    private void addEpoch(int epoch, Metrics training, Metrics validation) {
        loss.training.append(epoch, training.loss());
        appendKnown(accuracy.training, epoch, training.accuracy(), training.loss());
        if (validated) {
            loss.validation.append(epoch, validation.loss());
            appendKnown(accuracy.validation, epoch, validation.accuracy(), validation.loss());
        }
    }

    /** An accuracy that is not a number beside a loss that is one means there is no such thing as accuracy here. */
    private static void appendKnown(PointBuffer buffer, double x, double value, double companion) {
        if (Double.isFinite(value) || !Double.isFinite(companion)) {
            buffer.append(x, value);
        }
    }

    /** Returns the loss so far, with room for the epochs to come. */
    public ChartContent lossChart() {
        return chart("Loss", ChartContent.Hue.BLUE, false, loss);
    }

    /** Returns the share of samples classified correctly so far, with room for the epochs to come. */
    public ChartContent accuracyChart() {
        return chart("Accuracy", ChartContent.Hue.ORANGE, true, accuracy);
    }

    private ChartContent chart(String title, ChartContent.Hue hue, boolean unitInterval, Triple curves) {
        return new ChartContent(title, X_LABEL, title, hue, epochs, unitInterval, List.of(
                new ChartSeries("Batch", SeriesStyle.FAINT, curves.batch.snapshot()),
                new ChartSeries("Training", SeriesStyle.SOLID, curves.training.snapshot()),
                new ChartSeries("Validation", SeriesStyle.DASHED, curves.validation.snapshot())));
    }

    /** The three curves of one metric. */
    private static final class Triple {
        private final PointBuffer batch = new PointBuffer();
        private final PointBuffer training = new PointBuffer();
        private final PointBuffer validation = new PointBuffer();
    }
}
