// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.context;

import org.vesalius.core.ErrorKind;

/** What the process answers; scripts may rely on these numbers. */
public enum ExitCode {
    /** It worked. */
    OK(0),
    /** A fault in Vesalius. */
    INTERNAL(1),
    /** The command line itself is wrong. */
    USAGE(2),
    /** A file, a setting or an argument can't be used. */
    INVALID_INPUT(3),
    /** Training started and did not come to its end. */
    TRAINING_FAILED(4),
    /** The machine lacks something. */
    ENVIRONMENT(5),
    /** Somebody else holds what is needed. */
    BUSY(6),
    /** Ended by Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number the process answers. */
    public int number() {
        return number;
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
