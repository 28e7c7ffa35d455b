// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * An error fit to be shown to the user as it stands: what happened, where, and what to do about it.
 *
 * <p>The technical reason, if any, travels as the cause and belongs in the log. Message and remedy hold no patient
 * data; {@link #where()} may name a file of the user's and is shown to the user only, never written to events.
 */
public class ReportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    /** The path as text, which can be serialised; empty where there is none. */
    private final String where;
    private final String remedy;

    /**
     * An error that belongs to no file.
     *
     * @param kind whose matter it is
     * @param message what happened, one sentence
     * @param remedy what the user can do, one sentence
     */
    public ReportedException(ErrorKind kind, String message, String remedy) {
        this(kind, message, remedy, Optional.empty(), Optional.empty());
    }

    /**
     * An error that belongs to no file, with its technical reason.
     *
     * @param kind whose matter it is
     * @param message what happened, one sentence
     * @param remedy what the user can do, one sentence
     * @param cause the technical reason for the log, or null
     */
    public ReportedException(ErrorKind kind, String message, String remedy, Throwable cause) {
        this(kind, message, remedy, Optional.empty(), Optional.ofNullable(cause));
    }

    /**
     * An error about a file or folder.
     *
     * @param kind whose matter it is
     * @param message what happened, one sentence
     * @param where the file or folder, or null
     * @param remedy what the user can do, one sentence
     */
    public ReportedException(ErrorKind kind, String message, Path where, String remedy) {
        this(kind, message, remedy, Optional.ofNullable(where), Optional.empty());
    }

    /**
     * An error with its technical reason.
     *
     * @param kind whose matter it is
     * @param message what happened, one sentence
     * @param where the file or folder, or null
     * @param remedy what the user can do, one sentence
     * @param cause the technical reason for the log, or null
     */
    public ReportedException(ErrorKind kind, String message, Path where, String remedy, Throwable cause) {
        this(kind, message, remedy, Optional.ofNullable(where), Optional.ofNullable(cause));
    }

    private ReportedException(ErrorKind kind, String message, String remedy, Optional<Path> where,
            Optional<Throwable> cause) {
        super(Objects.requireNonNull(message, "message"), cause.orElse(null));
        this.kind = Objects.requireNonNull(kind, "kind");
        this.where = where.map(Path::toString).orElse("");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** What happened, one sentence. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Whose matter it is. */
    public ErrorKind kind() {
        return kind;
    }

    /** The file or folder it is about, if there is one. */
    public Optional<Path> where() {
        return where.isEmpty() ? Optional.empty() : Optional.of(Path.of(where));
    }

    /** What the user can do about it. */
    public String remedy() {
        return remedy;
    }

    /** The whole report for a person, on one or two lines: {@code where: message}, then the remedy. */
    public String report() {
        String place = where.isEmpty() ? "" : where + ": ";
        String advice = remedy.isBlank() ? "" : System.lineSeparator() + remedy;
        return place + getMessage() + advice;
    }
}
