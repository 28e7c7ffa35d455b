// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.context;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vesalius.cli.output.Console;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.OutputFile;
import org.vesalius.engine.Engines;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.run.RunFolder;

/**
 * What the commands work with.
 *
 * @param console       where they write
 * @param workingFolder what relative paths of the user are relative to
 * @param engines       the installed engines
 * @param runs          the service over them
 * @param experiments   layer types and data readers
 * @param interrupts    where Ctrl-C comes from
 * @param log           where technical causes go
 * @param version       the version of the product
 */
public record CliContext(Console console, Path workingFolder, Engines engines, RunService runs,
        ExperimentContext experiments, Interrupts interrupts, FailureLog log, String version) {

    /** No component may be null; the folder is made absolute. */
    public CliContext {
        Objects.requireNonNull(console, "console");
        workingFolder = workingFolder.toAbsolutePath().normalize();
        Objects.requireNonNull(engines, "engines");
        Objects.requireNonNull(runs, "runs");
        Objects.requireNonNull(experiments, "experiments");
        Objects.requireNonNull(interrupts, "interrupts");
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(version, "version");
    }

    /** A path as the user wrote it, made absolute. */
    public Path resolve(Path path) {
        return workingFolder.resolve(path).normalize();
    }

    /**
     * A file to write as the user named it, made absolute.
     *
     * @param inputs what is read for it, absolute, and is not to be replaced
     * @throws ReportedException before any work if it can't be written, is one of the inputs, or lies in one that is a
     * run
     */
    public Path output(Path named, Path... inputs) {
        if (named.toString().equals("-")) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Files are not written to standard output",
                    "Name a file; a file called '-' is named ./-");
        }
        OutputFile file = new OutputFile(resolve(named));
        file.requireWritable();
        file.requireNoneOf(List.of(inputs));
        if (Stream.of(inputs).anyMatch(input -> file.path().startsWith(input) && new RunFolder(input).exists())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The folder of a run holds that run only", file.path(),
                    "Name a file outside it");
        }
        return file.path();
    }

    /**
     * A file to write as for {@link #output}, which replaces another only if told so.
     *
     * @param force whether it may replace another
     */
    public Path newOutput(Path named, boolean force, Path... inputs) {
        Path file = output(named, inputs);
        if (Files.exists(file) && !force) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file exists", file,
                    "Give another name with --out, or --force to replace it");
        }
        return file;
    }

    /** Where the technical causes of errors go, which the user is not shown. */
    @FunctionalInterface
    public interface FailureLog {

        /** Keeps an error with its cause. */
        void log(String message, Throwable cause);
    }

    /** Where Ctrl-C and the wish of the system that this process ends come from. */
    public interface Interrupts {

        /**
         * Lets an action answer Ctrl-C instead of the end of the process, until the returned handle is closed.
         *
         * @param action run at each Ctrl-C, on a thread of its own
         */
        Handle onInterrupt(Runnable action);

        /**
         * Lets an action run before the process ends as it is told to (SIGTERM), until the returned handle is closed.
         *
         * @param action run on a thread of its own; the process ends when it is done
         */
        Handle onTermination(Runnable action);

        /** Gives both back their usual meaning when closed. */
        interface Handle extends AutoCloseable {

            @Override
            void close();
        }
    }
}
