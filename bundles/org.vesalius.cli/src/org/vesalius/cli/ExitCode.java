// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import org.vesalius.core.ErrorKind;

/** What the process answers; scripts may rely on these numbers. */
public enum ExitCode {
    /** It worked. */
    OK(0, "It worked"),
    /** A fault in Vesalius. */
    INTERNAL(1, "A fault in Vesalius; the log holds the details"),
    /** The command line itself is wrong. */
    USAGE(2, "The command line is wrong"),
    /** A file, a setting or an argument can't be used. */
    INVALID_INPUT(3, "A file, a data set or a setting can't be used"),
    /** Training started and did not come to its end. */
    TRAINING_FAILED(4, "Training failed, or its worker was lost"),
    /** The machine lacks something. */
    ENVIRONMENT(5, "An engine, a device, disk space or a permission is missing"),
    /** Somebody else holds what is needed. */
    BUSY(6, "Somebody else holds what is needed, such as a run that still goes on"),
    /** Ended by Ctrl-C. */
    INTERRUPTED(130, "Ended by Ctrl-C");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number the process answers. */
    public int number() {
        return number;
    }

    /** What it means, as the help says it. */
    public String meaning() {
        return meaning;
    }

    /** The code of a reported error. */
    public static ExitCode of(ErrorKind kind) {
        return switch (kind) {
            case INVALID_INPUT -> INVALID_INPUT;
            case TRAINING_FAILED -> TRAINING_FAILED;
            case ENVIRONMENT -> ENVIRONMENT;
            case BUSY -> BUSY;
        };
    }
}
