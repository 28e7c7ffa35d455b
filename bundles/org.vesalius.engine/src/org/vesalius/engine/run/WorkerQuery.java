// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import com.google.gson.JsonObject;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.WorkerCommand;
import org.vesalius.experiment.run.ImageList;
import org.vesalius.experiment.run.RunFolder;

/** Asks a worker one question about a run and waits for the answer, a JSON document in a file. */
final class WorkerQuery {

    private static final System.Logger LOG = System.getLogger(WorkerQuery.class.getName());

    private final WorkerLauncher launcher;
    private final String verb;

    /** A question, which the worker knows by its verb. */
    WorkerQuery(WorkerLauncher launcher, String verb) {
        this.launcher = Objects.requireNonNull(launcher, "launcher");
        this.verb = Objects.requireNonNull(verb, "verb");
    }

    /**
     * The answer of the worker.
     *
     * @param arguments options of the verb
     * @param images    what the verb works on, handed over on standard input; none for a verb without images
     * @throws ReportedException what the worker reports, or why it gave no answer
     */
    JsonObject ask(WorkerCommand command, RunFolder folder, List<String> arguments, List<Path> images) {
        try (Exchange exchange = Exchange.about(verb)) {
            List<String> words = new ArrayList<>(List.of(verb, folder.path().toString(), "--result",
                    exchange.result().toString()));
            words.addAll(arguments);
            Process worker = launcher.startAttached(command, words, folder.path(), folder.log());
            exchange.answeredBy(worker);
            hand(images, worker);
            return answer(worker, folder, exchange.result());
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT,
                    "The worker could not be asked to " + verb + ": " + e.getMessage(), folder.path(),
                    "Check that the folder for temporary files can be written", e);
        }
    }

    private static void hand(List<Path> images, Process worker) {
        try (OutputStream out = worker.getOutputStream()) {
            if (!images.isEmpty()) {
                new ImageList(images.stream().map(Path::toString).toList()).write(out);
            }
        } catch (IOException e) {
            // a worker that ended before it had read them; its answer or its exit code tells why
            LOG.log(System.Logger.Level.DEBUG, "the worker did not read all names", LoggedFailure.of(e));
        }
    }

    private static JsonObject answer(Process worker, RunFolder folder, Path result) throws IOException {
        int exitCode = await(worker);
        if (!Files.exists(result)) {
            WorkerLoss loss = WorkerLoss.of(folder, worker.pid(), OptionalInt.of(exitCode));
            throw new ReportedException(ErrorKind.TRAINING_FAILED, "The worker gave no answer. " + loss.explanation(),
                    folder.log(), "The log holds what the worker wrote");
        }
        return new WorkerAnswer(result).read();
    }

    private static int await(Process worker) throws IOException {
        try {
            return worker.waitFor();
        } catch (InterruptedException e) {
            worker.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }
}
