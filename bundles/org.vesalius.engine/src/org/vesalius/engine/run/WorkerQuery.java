// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.ContentWriter;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.WorkerCommand;
import org.vesalius.experiment.run.RunFolder;

/** Asks a worker one question about a run and waits for the answer, a JSON document in a file. */
final class WorkerQuery {

    /** Crashes are told within the first lines. */
    private static final int MOST_OF_LOG = 1 << 16;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 100;
    private static final System.Logger LOG = System.getLogger(WorkerQuery.class.getName());

    private final WorkerLauncher launcher;
    private final String verb;
    private final Progress progress;

    /**
     * A question, which the worker knows by its verb.
     *
     * @param progress is told what the worker waits for; when it is cancelled, the worker is ended
     */
    WorkerQuery(WorkerLauncher launcher, String verb, Progress progress) {
        this.launcher = Objects.requireNonNull(launcher, "launcher");
        this.verb = Objects.requireNonNull(verb, "verb");
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * The answer of the worker.
     *
     * @param arguments options of the verb
     * @param question  writes what the verb works on to standard input; nothing for a verb that needs no more
     * @throws ReportedException what the worker reports, or why it gave no answer
     */
    JsonObject ask(WorkerCommand command, RunFolder folder, List<String> arguments, ContentWriter question) {
        try (Exchange exchange = Exchange.about(verb)) {
            List<String> words = new ArrayList<>(List.of(verb, folder.path().toString()));
            words.addAll(exchange.options());
            words.addAll(arguments);
            Process worker = launcher.startAttached(command, words, folder.path(), folder.log());
            exchange.answeredBy(worker);
            hand(question, worker);
            return answer(worker, folder, exchange);
        } catch (IOException e) {
            throw notAsked(folder.path(), e);
        }
    }

    /**
     * The answer of the worker to a question that belongs to no run. Its log goes with the question.
     *
     * @param question writes what the worker reads on standard input
     * @throws ReportedException what the worker reports, or why it gave no answer
     */
    JsonObject ask(WorkerCommand command, ContentWriter question) {
        try (Exchange exchange = Exchange.about(verb)) {
            List<String> words = new ArrayList<>(List.of(verb));
            words.addAll(exchange.options());
            Process worker = launcher.startAttached(command, words, exchange.folder(), exchange.log());
            exchange.answeredBy(worker);
            hand(question, worker);
            int exitCode = await(worker, exchange);
            if (!Files.exists(exchange.result())) {
                throw new ReportedException(ErrorKind.TRAINING_FAILED,
                        "The worker gave no answer. " + ExitExplanation.of(exitCode),
                        "Give it fewer samples at once; on the command line --debug tells what it wrote.",
                        new IOException(beginOf(exchange.log())));
            }
            return answer(exchange);
        } catch (IOException e) {
            throw notAsked(null, e);
        }
    }

    private static JsonObject answer(Exchange exchange) throws IOException {
        try {
            return new WorkerAnswer(exchange.result()).read();
        } catch (ReportedException e) {
            // the log is gone soon
            throw new ReportedException(e.kind(), e.getMessage(), e.where().orElse(null), e.remedy(),
                    new IOException(beginOf(exchange.log()), e));
        }
    }

    private static String beginOf(Path log) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            return new String(in.readNBytes(MOST_OF_LOG), StandardCharsets.UTF_8);
        }
    }

    private ReportedException notAsked(Path where, IOException e) {
        return new ReportedException(ErrorKind.ENVIRONMENT,
                "The worker could not be asked to " + verb + ": " + e.getMessage(), where,
                "Check that the folder for temporary files can be written", e);
    }

    private static void hand(ContentWriter question, Process worker) {
        try (OutputStream out = worker.getOutputStream()) {
            question.writeTo(out);
        } catch (IOException e) {
            // a worker that ended before it had read them; its answer or its exit code tells why
            LOG.log(System.Logger.Level.DEBUG, "the worker did not read all names", LoggedFailure.of(e));
        }
    }

    private JsonObject answer(Process worker, RunFolder folder, Exchange exchange) throws IOException {
        int exitCode = await(worker, exchange);
        if (!Files.exists(exchange.result())) {
            WorkerLoss loss = WorkerLoss.of(folder, worker.pid(), OptionalInt.of(exitCode));
            throw new ReportedException(ErrorKind.TRAINING_FAILED, "The worker gave no answer. " + loss.explanation(),
                    folder.log(), "The log holds what the worker wrote");
        }
        return new WorkerAnswer(exchange.result()).read();
    }

    private int await(Process worker, Exchange exchange) throws IOException {
        String told = "";
        try {
            while (!worker.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                if (progress.cancelled()) {
                    worker.destroyForcibly().waitFor();
                    throw new CancellationException("cancelled before the worker gave an answer");
                }
                told = tell(exchange.whatIsWaitedFor(), told);
            }
            if (exchange.abandoned()) {
                // the worker was killed since this process ends, and not for want of memory
                throw new CancellationException("ended from outside before the worker gave an answer");
            }
            return worker.exitValue();
        } catch (InterruptedException e) {
            worker.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private String tell(String waiting, String told) {
        if (!waiting.equals(told)) {
            progress.begin(waiting.isEmpty() ? "Computing" : waiting, 0);
        }
        return waiting;
    }
}
