// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.engine.run.RunListener;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunState;

/**
 * Tells a training as it goes on: a line an epoch, and between them a bar where a person watches. Why a run failed is
 * left to whoever reports its end.
 */
public final class TrainingText implements RunListener {

    private static final String FAILURE = "run.";

    private final Console console;
    private final Consumer<String> lines;
    private final Instant since;
    private String told = "";

    /**
     * A text on a console.
     *
     * @param beside whether standard output is kept free, so that the lines go beside it
     * @param since  what happened earlier is not told: a resumed run has told it before
     */
    public TrainingText(Console console, boolean beside, Instant since) {
        this.console = Objects.requireNonNull(console, "console");
        this.since = Objects.requireNonNull(since, "since");
        lines = beside ? console::note : console::line;
    }

    @Override
    public void changed(RunSnapshot snapshot, List<RunEvent> fresh) {
        tellState(snapshot);
        fresh.stream().filter(event -> !event.time().isBefore(since)).forEach(event -> tell(event, snapshot));
        if (snapshot.state() == RunState.RUNNING) {
            snapshot.batch().ifPresent(batch -> console.status(bar(batch, snapshot)));
        }
    }

    private void tellState(RunSnapshot snapshot) {
        String text = text(snapshot);
        if (!text.isEmpty() && !text.equals(told)) {
            show(snapshot.state(), text);
        }
        told = text;
    }

    private void show(RunState state, String text) {
        if (state == RunState.STARTING && console.terminal()) {
            console.status(text);
        } else {
            console.note(text);
        }
    }

    private static String text(RunSnapshot snapshot) {
        String state = snapshot.state().name().toLowerCase(Locale.ROOT);
        return switch (snapshot.state()) {
            case QUEUED, PAUSED -> snapshot.stateMessage().isEmpty() ? "" : state + ": " + snapshot.stateMessage();
            case STARTING -> "starting: opening the data and building the network";
            default -> "";
        };
    }

    private void tell(RunEvent event, RunSnapshot snapshot) {
        if (event instanceof RunStarted started) {
            lines.accept(text(started));
        } else if (event instanceof EpochFinished finished) {
            lines.accept(text(finished, snapshot));
        } else if (event instanceof Notice notice && !notice.code().startsWith(FAILURE)) {
            console.note(notice.severity().name().toLowerCase(Locale.ROOT) + ": " + notice.message());
        }
    }

    private static String text(RunStarted started) {
        String from = started.firstEpoch() == 1 ? "" : ", going on with epoch " + started.firstEpoch();
        return String.format(Locale.ROOT, "Training on %s, validating on %d%s%s",
                English.quantity(started.trainingSamples(), "sample"), started.validationSamples(),
                started.leftOutWords(), from);
    }

    private static String text(EpochFinished epoch, RunSnapshot snapshot) {
        String left = snapshot.state().live() && epoch.epoch() < snapshot.plannedEpochs()
                ? snapshot.timeLeft().map(time -> ", " + Durations.display(time) + " left").orElse("") : "";
        return String.format(Locale.ROOT, "Epoch %d/%d  %s%s%s  (%.1f s, %.0f samples/s%s)", epoch.epoch(),
                snapshot.plannedEpochs(), text(epoch.training()), validation(epoch.validation()),
                epoch.best() ? "  best so far" : "", epoch.seconds(), epoch.samplesPerSecond(), left);
    }

    private static String validation(MetricValues metrics) {
        String text = text(metrics);
        return text.isEmpty() ? "" : "  | validation " + text;
    }

    /** What has no value here is left out, as older versions wrote NaN for it. */
    private static String text(MetricValues metrics) {
        return metrics.values().entrySet().stream()
                .filter(value -> value.getKey().equals(Metric.LOSS.id()) || !Double.isNaN(value.getValue()))
                .map(value -> String.format(Locale.ROOT, value.getKey().equals(Metric.LOSS.id()) ? "%s %.4f" : "%s %.3f",
                        value.getKey(), value.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String bar(BatchFinished batch, RunSnapshot snapshot) {
        String left = snapshot.timeLeft().map(time -> ", " + Durations.display(time) + " left").orElse("");
        return String.format(Locale.ROOT, "%s  epoch %d/%d  loss %.4f%s", Bar.of(snapshot.fractionDone()),
                batch.epoch(), snapshot.plannedEpochs(), batch.metrics().of(Metric.LOSS), left);
    }
}
