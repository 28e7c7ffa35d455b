// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;

import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.output.ProblemText;
import org.vesalius.cli.output.UnfinishedFolds;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.check.InvalidExperiment;

/**
 * Why a command did not do what it was told.
 *
 * @param exitCode what the process answers
 * @param message  what happened
 * @param where    the file or folder; may be empty
 * @param remedy   what the user can do; may be empty
 * @param problems all findings, where checks refused the work
 */
record Failure(ExitCode exitCode, String message, String where, String remedy, List<Problem> problems) {

    /** The failure of a reported error. */
    static Failure of(ReportedException e) {
        ReportedException reason = e instanceof UnfinishedFolds folds ? folds.reason() : e;
        List<Problem> problems = reason instanceof InvalidExperiment invalid ? invalid.problems() : List.of();
        return new Failure(ExitCode.of(e.kind()), e.getMessage(), e.where().map(Path::toString).orElse(""), e.remedy(),
                problems);
    }

    /** The failure of a command line that can't be understood. */
    static Failure usage(String message, String command) {
        return new Failure(ExitCode.USAGE, message, "", command + " --help shows how it is used", List.of());
    }

    /** The failure after Ctrl-C. */
    static Failure interrupted() {
        return new Failure(ExitCode.INTERRUPTED, "Ended by Ctrl-C or from outside; nothing was written", "", "", List.of());
    }

    /** The failure of an error nobody foresaw. */
    static Failure unforeseen(Throwable e) {
        return isOutOfMemory(e) ? outOfMemory() : internal(e);
    }

    private static boolean isOutOfMemory(Throwable e) {
        return e instanceof OutOfMemoryError || e.getCause() != null && isOutOfMemory(e.getCause());
    }

    private static Failure outOfMemory() {
        return new Failure(ExitCode.ENVIRONMENT,
                "The memory ran out, of which Vesalius may use " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB", "",
                "Raise -Xmx in the start script, or take smaller images", List.of());
    }

    private static Failure internal(Throwable e) {
        String name = e.getClass().getSimpleName();
        String message = LoggedFailure.of(e).getMessage();
        return new Failure(ExitCode.INTERNAL,
                "A fault in Vesalius (" + (message == null ? name : name + ": " + message) + ")", "",
                "Run it again with --debug and report what it prints", List.of());
    }

    /** All findings but a lone one, which the message already tells. */
    Optional<String> detail() {
        return problems.size() < 2 ? Optional.empty()
                : Optional.of(problems.stream().map(ProblemText::line).collect(Collectors.joining("\n")));
    }

    /** The failure as JSON. */
    JsonObject toJson() {
        JsonObject error = new JsonObject();
        error.addProperty("kind", exitCode.name());
        error.addProperty("message", message);
        error.addProperty("where", where);
        error.addProperty("remedy", remedy);
        if (!problems.isEmpty()) {
            error.add("problems", ProblemText.toJson(problems));
        }
        JsonObject document = new JsonObject();
        document.add("error", error);
        return document;
    }
}
