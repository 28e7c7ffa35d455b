// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A failure as it may stand in a log: its classes and where they were thrown, without the names of files and the values
 * that the platform's exceptions repeat, since these may tell who a patient is. Every exception that is written to a
 * log goes through here.
 */
public final class LoggedFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String LEFT_OUT = "(left out, since it may name a patient)";
    /** An absolute path, up to what can't be part of it; names of patients may hold blanks. */
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w/.])(?:/|[A-Za-z]:\\\\|\\\\\\\\)[^\\s\"'<>|][^\"'<>|\\r\\n]*");
    private static final int MAX_CAUSES = 20;
    private static final int MAX_CAUSES_OF_SUPPRESSED = 3;
    /** Shorter names would be found everywhere, and tell nobody. */
    private static final int SHORTEST = 3;

    private final String kind;

    private LoggedFailure(Throwable thrown, String message, Throwable cause) {
        super(message, cause, true, true);
        kind = thrown.getClass().getName();
        setStackTrace(thrown.getStackTrace());
    }

    /**
     * What may be logged of a failure; null for none.
     *
     * @param thrown a failure or null
     */
    public static LoggedFailure of(Throwable thrown) {
        return thrown == null ? null : of(thrown, names(thrown), MAX_CAUSES);
    }

    private static LoggedFailure of(Throwable thrown, List<String> names, int causes) {
        boolean ends = thrown.getCause() == null || causes == 0;
        LoggedFailure logged = new LoggedFailure(thrown, message(thrown, names),
                ends ? null : of(thrown.getCause(), names, causes - 1));
        if (causes > 0) {
            for (Throwable suppressed : thrown.getSuppressed()) {
                logged.addSuppressed(of(suppressed, names, Math.min(causes - 1, MAX_CAUSES_OF_SUPPRESSED)));
            }
        }
        return logged;
    }

    private static String message(Throwable thrown, List<String> names) {
        String message = thrown.getMessage();
        if (message == null || thrown instanceof LoggedFailure) {
            return message;
        }
        if (repeatsInput(thrown)) {
            return LEFT_OUT;
        }
        for (String name : names) {
            message = message.replaceAll("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", LEFT_OUT);
        }
        // libraries that can't be loaded are no patient's, and the path is what one needs to know of them
        return thrown instanceof LinkageError ? message : PATH.matcher(message).replaceAll(LEFT_OUT);
    }

    /** Whether the message is a file's name or a value of the user's. */
    private static boolean repeatsInput(Throwable thrown) {
        return thrown instanceof FileSystemException || thrown instanceof FileNotFoundException
                || thrown instanceof InvalidPathException || thrown instanceof UncheckedIOException
                || thrown instanceof NumberFormatException || thrown instanceof DateTimeParseException;
    }

    /** The names that messages of other exceptions in the chain may repeat, the longest first. */
    private static List<String> names(Throwable thrown) {
        List<String> names = new ArrayList<>();
        Throwable next = thrown;
        for (int i = 0; i < MAX_CAUSES && next != null; i++) {
            if (next instanceof FileSystemException e) {
                names.add(e.getFile());
                names.add(e.getOtherFile());
            } else if (next instanceof InvalidPathException e) {
                names.add(e.getInput());
            } else if (repeatsInput(next)) {
                names.add(next.getMessage());
            }
            next = next.getCause();
        }
        return names.stream().filter(name -> name != null && name.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /** As the failure itself would say, with its own class. */
    @Override
    public String toString() {
        return getMessage() == null ? kind : kind + ": " + getMessage();
    }
}
