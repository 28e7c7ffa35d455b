// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.engine.run.RunSummary;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;

/** Puts the numbers of a run into words. */
final class TrainingText {

    private static final String SEPARATOR = "   \u00b7   ";

    private static final List<String> OF_CATEGORIES = List.of("auc", "accuracy", "sensitivity", "specificity");

    private final Locale locale;
    private final ZoneId zone;

    TrainingText(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** Returns one line that tells runs apart: experiment, fold of a cross-validation, start, seed and state. */
    String title(RunSummary run) {
        RunRecord record = run.status().record();
        return Stream.of(Optional.of(record.experiment()), run.folder().fold(record.experiment()).map(fold -> "fold " + fold),
                Optional.of(time(record.created())), Optional.of("seed " + record.provenance().seed()),
                Optional.of(state(run.status().state()))).flatMap(Optional::stream).collect(Collectors.joining(SEPARATOR));
    }

    /** Returns a few words on runs that go on: what the newest does, and how many there are. */
    String sign(List<RunSummary> live) {
        RunStatus newest = live.get(0).status();
        RunRecord record = newest.record();
        String words = newest.state() == RunState.RUNNING
                ? "epoch " + Math.min(record.progress().epochsDone() + 1, record.epochs()) + " of " + record.epochs()
                : state(newest.state());
        return record.experiment() + ": " + words + (live.size() == 1 ? "" : ", and " + (live.size() - 1) + " more");
    }

    /** Returns a state as one or two words. */
    String state(RunState state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case STARTING -> "starting";
            case RUNNING -> "training";
            case PAUSED -> "paused";
            case FINISHED -> "finished";
            case STOPPED -> "stopped";
            case STOPPED_EARLY -> "stopped early";
            case FAILED -> "failed";
            case LOST -> "lost";
        };
    }

    /** Returns what a run is busy with that says nothing itself; empty when there is nothing to say. */
    String activity(RunState state) {
        return switch (state) {
            case QUEUED -> "Waiting for its worker.";
            case STARTING -> "Opening the data and building the network. The images of a data set are decoded once, "
                    + "so the first run takes longer to start.";
            case PAUSED -> "Waiting for you to go on.";
            default -> "";
        };
    }

    /** Returns a line on the newest restart of a lost worker; empty when there was none. */
    String restart(RunSnapshot snapshot) {
        return snapshot.notices().stream().filter(notice -> notice.code().equals(Notice.WORKER_RESTARTED))
                .reduce((first, second) -> second).map(notice -> notice.message() + "\n").orElse("");
    }

    /** Returns where a run is: epoch, batch, time left. */
    String progress(RunSnapshot snapshot) {
        List<String> parts = new ArrayList<>();
        snapshot.started().ifPresent(started -> parts.add(position(snapshot, started)));
        if (snapshot.state() == RunState.RUNNING) {
            snapshot.timeLeft().ifPresent(
                    left -> parts.add(snapshot.fractionDone() < 1 ? "about " + duration(left) + " left" : "measuring"));
        }
        snapshot.best().ifPresent(best -> parts.add((snapshot.state().live() ? "best so far: epoch " : "best: epoch ") + best.epoch()));
        return String.join(SEPARATOR, parts);
    }

    private String position(RunSnapshot snapshot, RunStarted started) {
        int done = snapshot.epochs().isEmpty() ? 0 : snapshot.epochs().get(snapshot.epochs().size() - 1).epoch();
        if (!snapshot.state().live()) {
            return done + " of " + English.quantity(started.epochs(), "epoch") + " trained";
        }
        int epoch = snapshot.batch().map(BatchFinished::epoch).orElse(done + 1);
        long batch = snapshot.batch().map(b -> b.iteration() - (b.epoch() - 1) * started.batchesPerEpoch()).orElse(0L);
        return "Epoch " + Math.max(epoch, 1) + " of " + started.epochs() + ", batch " + batch + " of "
                + started.batchesPerEpoch();
    }

    /** Returns what a run computes on, how fast, and on how much. */
    String machine(RunSnapshot snapshot, Optional<RunRecord> record) {
        List<String> parts = new ArrayList<>();
        record.ifPresent(r -> parts.add("Engine " + r.provenance().engine() + " on " + r.provenance().device() + ", "
                + count(r.provenance().threads(), "thread")));
        snapshot.epochs().stream().reduce((first, second) -> second).map(EpochFinished::samplesPerSecond)
                .filter(Double::isFinite).ifPresent(rate -> parts.add(number(rate, 1) + " samples/s"));
        snapshot.started().ifPresent(started -> parts.add(count(started.trainingSamples(), "training sample") + ", "
                + started.validationSamples() + " for validation" + started.leftOutWords()));
        return String.join(SEPARATOR, parts);
    }

    /** Returns the metrics on a subset, one line an output. */
    String results(MeasuredResults results) {
        boolean several = results.outputs().size() > 1;
        return results.outputs().stream().map(output -> results(output, results.part() + (several ? ", " + output.output() : "")))
                .collect(Collectors.joining("\n"));
    }

    private String results(OutputReport output, String name) {
        Map<String, Double> metrics = output.metrics();
        List<String> parts = new ArrayList<>();
        OF_CATEGORIES.stream().filter(metrics::containsKey).forEach(id -> addMetric(parts, output, id));
        metrics.keySet().stream().filter(id -> !OF_CATEGORIES.contains(id) && !id.equals(Metric.LOSS.id()))
                .forEach(id -> addMetric(parts, output, id));
        addMetric(parts, output, Metric.LOSS.id());
        List<String> categories = List.copyOf(output.categories().keySet());
        String positive = categories.size() == 2 ? ", positive: " + categories.get(1) : "";
        return name + ", " + count(output.samples(), "sample") + positive + ":   "
                + String.join(SEPARATOR, parts) + confusion(output);
    }

    private void addMetric(List<String> parts, OutputReport output, String id) {
        double value = output.metrics().getOrDefault(id, Double.NaN);
        if (Double.isFinite(value)) {
            String unit = output.unit(id);
            parts.add(Metric.words(id) + " " + number(value, 3) + (unit.isEmpty() ? "" : " " + unit));
        }
    }

    /** The four counts of a binary matrix, whose second category is the positive one; nothing for larger ones. */
    private static String confusion(OutputReport output) {
        return output.confusion().filter(matrix -> matrix.categories() == 2).map(ConfusionMatrix::counts)
                .map(rows -> SEPARATOR + "TP " + rows[1][1] + ", FN " + rows[1][0] + ", TN " + rows[0][0] + ", FP "
                        + rows[0][1])
                .orElse("");
    }

    /** Returns a duration in the two largest units that matter. */
    String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    private String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format.format(value);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(locale)
                .withZone(zone).format(instant);
    }
}
