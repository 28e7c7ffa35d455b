// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.context;

import java.nio.file.Path;
import java.util.Objects;

import org.vesalius.cli.output.Console;
import org.vesalius.engine.Engines;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.ExperimentContext;

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
}
