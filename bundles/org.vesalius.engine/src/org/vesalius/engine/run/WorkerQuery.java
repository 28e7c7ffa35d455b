// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.google.gson.JsonObject;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.WorkerCommand;
import org.vesalius.experiment.run.RunFolder;

/** Asks a worker one question about a run and waits for the answer, a JSON document in a file. */
final class WorkerQuery {

    private final WorkerLauncher launcher;

    WorkerQuery(WorkerLauncher launcher) {
        this.launcher = Objects.requireNonNull(launcher, "launcher");
    }

    /**
     * The answer of the worker.
     *
     * @throws ReportedException what the worker reports, or why it gave no answer
     */
    JsonObject ask(WorkerCommand command, RunFolder folder, String verb, List<String> arguments) {
        try {
            Path exchange = Files.createTempDirectory("vesalius-" + verb);
            try {
                return ask(command, folder, exchange.resolve("result.json"), words(verb, folder, arguments));
            } finally {
                Files.deleteIfExists(exchange.resolve("result.json"));
                Files.deleteIfExists(exchange);
            }
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT,
                    "The worker could not be asked to " + verb + ": " + e.getMessage(), folder.path(),
                    "Check that the folder for temporary files can be written", e);
        }
    }

    private JsonObject ask(WorkerCommand command, RunFolder folder, Path result, List<String> words)
            throws IOException {
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(2, List.of("--result", result.toString()));
        Process worker = launcher.startAttached(command, arguments, folder.path(), folder.log());
        int exitCode = await(worker);
        if (!Files.exists(result)) {
            throw new ReportedException(ErrorKind.TRAINING_FAILED, "The worker gave no answer. "
                    + ExitExplanation.of(exitCode), folder.log(), "The log holds what the worker wrote");
        }
        return new WorkerAnswer(result).read();
    }

    private static List<String> words(String verb, RunFolder folder, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(verb, folder.path().toString()));
        words.addAll(arguments);
        return words;
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
