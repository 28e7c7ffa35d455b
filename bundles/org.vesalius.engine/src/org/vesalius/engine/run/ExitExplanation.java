// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.OptionalInt;

/** Says in the user's words what the exit code of a worker means that ended without saying so itself. */
final class ExitExplanation {

    /** What a worker ends with, and a Java VM that was told to, when memory ran out. */
    static final int OUT_OF_MEMORY = 3;

    // a process ended by signal n answers 128 + n: POSIX shells and java.lang.Process agree on it
    private static final int SIGNALLED = 128;
    private static final int LAST_SIGNAL = 64;

    private ExitExplanation() {
        // functions
    }

    /** The signal that ended the process of an exit code. */
    static OptionalInt signal(int exitCode) {
        return exitCode > SIGNALLED && exitCode <= SIGNALLED + LAST_SIGNAL ? OptionalInt.of(exitCode - SIGNALLED)
                : OptionalInt.empty();
    }

    /** The explanation of an exit code. */
    static String of(int exitCode) {
        OptionalInt signal = signal(exitCode);
        if (signal.isPresent()) {
            return ofSignal(signal.getAsInt());
        }
        return switch (exitCode) {
            case 0 -> "The worker ended before the run was complete.";
            case OUT_OF_MEMORY -> "The worker ran out of memory; a smaller batch or input size needs less.";
            case 1 -> "The worker was ended from outside, or failed and could not say so (exit code 1).";
            default -> "The worker ended with exit code " + exitCode + ".";
        };
    }

    private static String ofSignal(int signal) {
        return switch (signal) {
            case 2 -> "The worker was interrupted (SIGINT).";
            case 4 -> crash("SIGILL");
            case 6 -> crash("SIGABRT");
            case 7 -> crash("SIGBUS");
            case 8 -> crash("SIGFPE");
            case 11 -> crash("SIGSEGV");
            case 9 -> "The worker was killed by the system (SIGKILL), often because the memory ran out;"
                    + " a smaller batch or input size needs less.";
            case 15 -> "The worker was told to end by the system (SIGTERM).";
            default -> "The worker was ended by signal " + signal + ".";
        };
    }

    private static String crash(String signal) {
        return "The worker crashed in native code (" + signal + ").";
    }
}
