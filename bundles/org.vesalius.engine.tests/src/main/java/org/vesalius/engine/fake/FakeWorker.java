// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.NetworkQuestion;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/**
 * A worker that trains nothing. It plays the script in the run's experiment file: one word, or several, of which each
 * start of the run plays the next and the last one stays. {@code finish}, {@code fail}, {@code unreadable} (fails with
 * a kind), {@code refuse} (ends before it takes the run over), {@code die} (ends without a word), {@code memory} (ends
 * as one that ran out of it), {@code SIGKILL} and other signals (sends it to itself), {@code early-SIGKILL} (before it
 * takes the run over), {@code wait} (trains until it is told to stop; never answers a question, but tells that it
 * waits), {@code queue} (waits for its device until it is told to stop) or {@code stop-SIGKILL} (dies as it is told to stop). A real experiment is played as {@code finish}.
 */
public final class FakeWorker {

    private static final long BATCHES = 4;

    private final RunFolder folder;
    private final RunRecordFile record;
    private final String script;

    private FakeWorker(RunFolder folder) throws IOException {
        this.folder = folder;
        record = new RunRecordFile(folder);
        String text = Files.readString(folder.experiment()).strip();
        String[] words = text.startsWith("<") ? new String[] {"finish"} : text.split(" ");
        script = words[Math.min(record.read().restarts(), words.length - 1)];
    }

    /** Plays {@code train}, {@code evaluate} or {@code predict}. */
    public static void main(String[] arguments) throws IOException {
        if ("compute".equals(arguments[0])) {
            compute(Path.of(arguments[2]));
            return;
        }
        FakeWorker worker = new FakeWorker(new RunFolder(Path.of(arguments[1])));
        System.out.println("fake worker: " + List.of(arguments) + " threads " + System.getenv("FAKE_THREADS"));
        if ("train".equals(arguments[0])) {
            worker.train();
            return;
        }
        System.exit(worker.answer(arguments));
    }

    private static void compute(Path result) throws IOException {
        NetworkQuestion question = NetworkQuestion.read(System.in);
        Files.writeString(result, "{\"samples\":" + question.inputs().size() + ",\"inputs\":[{\"name\":\"x\",\"shape\":"
                + "\"4\"}],\"outputs\":[{\"name\":\"y\",\"shape\":\"1\"}],\"remarks\":[\"weights "
                + (question.weights().isEmpty() ? "none" : "given") + "\"]}");
    }

    private int answer(String[] arguments) throws IOException {
        Path result = Path.of(arguments[List.of(arguments).indexOf("--result") + 1]);
        int given = "predict".equals(arguments[0]) ? PredictionQuestion.read(System.in).files().size() : 0;
        return switch (script) {
            case "wait" -> {
                Files.writeString(Path.of(arguments[List.of(arguments).indexOf("--waiting") + 1]), "Waiting for others.");
                Files.writeString(result, "{");
                LockSupport.park();
                yield 9;
            }
            case "finish" -> {
                int keep = List.of(arguments).indexOf("--keep");
                if (keep > 0) {
                    Files.writeString(Path.of(arguments[keep + 1], RunFolder.PREDICTIONS), "kept");
                    Files.writeString(Path.of(arguments[keep + 1], RunFolder.EVALUATION), "{\"kept\":1}");
                }
                Files.writeString(result, "{\"verb\":\"" + arguments[0] + "\",\"epoch\":2,\"rows\":" + given
                        + ",\"left_out\":" + (given > 1 ? 1 : 0) + ",\"unreadable\":"
                        + (given > 1 ? "[{\"sample\":1,\"reason\":\"is empty\"}]," : "[],")
                        + "\"remarks\":[\"Some are deep.\"],"
                        + "\"part\":\"test\",\"auc\":0.75,\"accuracy\":0.5,\"loss\":0.6,\"sensitivity\":0.5,"
                        + "\"specificity\":null,\"confusion\":[[1,0],[1,1]],\"n\":3,"
                        + "\"counts\":{\"clear\":1,\"opacity\":2},\"patients\":3}");
                yield 0;
            }
            case "fail" -> {
                Files.writeString(result, "{\"error\":{\"kind\":\"INVALID_INPUT\",\"message\":\"no model yet\","
                        + "\"where\":\"/run\",\"remedy\":\"train first\"}}");
                yield 1;
            }
            default -> 9;
        };
    }

    private void train() throws IOException {
        if ("refuse".equals(script)) {
            System.exit(1);
        }
        if (script.startsWith("early-")) {
            send(script.substring("early-".length()));
        }
        record.update(r -> r.withProcess(RunProcess.current()));
        if ("queue".equals(script)) {
            queue();
            return;
        }
        try (EventLogWriter events = new EventLogWriter(folder.events())) {
            become(events, RunState.STARTING, "");
            become(events, RunState.RUNNING, "");
            epochs(events);
            end(events);
        }
    }

    private void queue() throws IOException {
        try (EventLogWriter events = new EventLogWriter(folder.events())) {
            become(events, RunState.QUEUED, "Waiting for others.");
            waitForStop(events);
        }
    }

    private void epochs(EventLogWriter events) throws IOException {
        int epochs = record.read().epochs();
        events.append(new RunStarted(Instant.now(), 1, epochs, BATCHES, 128, 32, 0));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (long batch = 1; batch <= BATCHES; batch++) {
                events.append(new BatchFinished(Instant.now(), epoch, (epoch - 1) * BATCHES + batch,
                        metrics(0.5, 0.75), 0.001, 32));
            }
            events.append(epoch(epoch));
        }
    }

    private static MetricValues metrics(double loss, double accuracy) {
        return MetricValues.NONE.with(Metric.LOSS, loss).with(Metric.ACCURACY, accuracy);
    }

    private static RunEvent epoch(int epoch) {
        return new EpochFinished(Instant.now(), epoch, metrics(0.5 / epoch, 0.75), metrics(0.6 / epoch, 0.7),
                2, 64, true);
    }

    private void end(EventLogWriter events) throws IOException {
        switch (script) {
            case "finish" -> become(events, RunState.FINISHED, "");
            case "fail" -> become(events, RunState.FAILED, "the loss is no number any more");
            case "diverge" -> {
                events.append(new Notice(Instant.now(), Severity.ERROR, "run.training-failed", "Training diverged."));
                become(events, RunState.FAILED, "Training diverged.");
            }
            case "unreadable" -> {
                events.append(new Notice(Instant.now(), Severity.ERROR, "run.invalid-input", "1 sample can't be read"));
                become(events, RunState.FAILED, "1 sample can't be read");
            }
            case "die" -> Runtime.getRuntime().halt(9);
            case "memory" -> Runtime.getRuntime().halt(3);
            case "wait" -> waitForStop(events);
            case "stop-SIGKILL" -> {
                awaitStop();
                send("SIGKILL");
            }
            default -> send(script);
        }
    }

    private void waitForStop(EventLogWriter events) throws IOException {
        awaitStop();
        become(events, RunState.STOPPED, new RunControl(folder).command().word());
    }

    private void awaitStop() throws IOException {
        while (!new RunControl(folder).command().ends()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void send(String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal.replaceFirst("SIG", ""),
                Long.toString(ProcessHandle.current().pid())).inheritIO().start();
        LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
        throw new IllegalStateException("still there after " + signal);
    }

    private void become(EventLogWriter events, RunState state, String why) throws IOException {
        RunRecord next = record.update(r -> r.withState(state, why, Instant.now()));
        events.append(new StateChanged(next.since(), state, why));
    }
}
