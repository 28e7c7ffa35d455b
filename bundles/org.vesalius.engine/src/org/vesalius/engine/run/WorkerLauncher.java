// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.WorkerCommand;

/**
 * Starts worker processes, which write to a log file. No pipe ties a detached one to this process, which may end while the
 * worker goes on.
 */
public final class WorkerLauncher {

    /** The main class of the worker that Vesalius ships. */
    public static final String WORKER_MAIN = "org.vesalius.worker.WorkerMain";

    // Ignored signals stay ignored across exec, and the JVM leaves them so. Ctrl-C and a closed terminal reach the
    // whole process group; the run must be ended through its control file only.
    private static final String IGNORE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    private final String mainClass;
    private final boolean windows;

    /** Starts workers with a main class. */
    public WorkerLauncher(String mainClass) {
        this.mainClass = Objects.requireNonNull(mainClass, "mainClass");
        windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /**
     * Starts a worker that goes on when this process ends.
     *
     * @param folder working directory of the worker
     * @param log    gets standard output and error, appended
     * @throws ReportedException when the process can't be started
     */
    public Process startDetached(WorkerCommand command, List<String> arguments, Path folder, Path log) {
        List<String> words = new ArrayList<>();
        if (!windows) {
            words.addAll(List.of("/bin/sh", "-c", IGNORE_TERMINAL, "vesalius-worker"));
        }
        words.addAll(command.commandLine(mainClass, arguments));
        return start(command, words, folder, log, Redirect.from(nothing()));
    }

    /**
     * Starts a worker that belongs to this process: Ctrl-C on the terminal ends both. Its standard input is a pipe, which
     * the caller closes.
     */
    public Process startAttached(WorkerCommand command, List<String> arguments, Path folder, Path log) {
        return start(command, command.commandLine(mainClass, arguments), folder, log, Redirect.PIPE);
    }

    private Process start(WorkerCommand command, List<String> words, Path folder, Path log, Redirect input) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile())).redirectInput(input);
        builder.environment().putAll(command.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The worker process could not be started: "
                    + e.getMessage(), missing(command, log), "Check that the file exists and can be executed or written",
                    e);
        }
    }

    private File nothing() {
        return new File(windows ? "NUL" : "/dev/null");
    }

    private static Path missing(WorkerCommand command, Path log) {
        return Files.isExecutable(command.java()) ? log : command.java();
    }
}
