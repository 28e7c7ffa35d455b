// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

/** Says in the user's words what the exit code of a worker means that ended without saying so itself. */
final class ExitExplanation {

    // a process ended by signal n answers 128 + n: POSIX shells and java.lang.Process agree on it
    private static final int SIGNALLED = 128;
    private static final int LAST_SIGNAL = 64;

    private ExitExplanation() {
        // one function
    }

    /** The explanation of an exit code. */
    static String of(int exitCode) {
        if (exitCode == 0) {
            return "The worker ended before the run was complete.";
        }
        if (exitCode > SIGNALLED && exitCode <= SIGNALLED + LAST_SIGNAL) {
            return ofSignal(exitCode - SIGNALLED);
        }
        return "The worker ended with exit code " + exitCode + ".";
    }

    private static String ofSignal(int signal) {
        return switch (signal) {
            case 2 -> "The worker was interrupted (SIGINT).";
            case 6, 7, 11 -> "The worker crashed in native code (" + name(signal)
                    + "); the run folder holds an hs_err file if it could be written.";
            case 9 -> "The worker was killed by the system (SIGKILL), often because the memory ran out;"
                    + " a smaller batch or input size needs less.";
            case 15 -> "The worker was told to end by the system (SIGTERM).";
            default -> "The worker was ended by signal " + signal + ".";
        };
    }

    private static String name(int signal) {
        return switch (signal) {
            case 6 -> "SIGABRT";
            case 7 -> "SIGBUS";
            default -> "SIGSEGV";
        };
    }
}
