// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.check;

import java.util.List;
import java.util.Objects;

/**
 * One finding of a check.
 *
 * @param checkId stable id of the check, such as {@code network.shape}; people silence and search by it
 * @param severity how much it weighs
 * @param subject what it is about: a layer's id, a sample's id, the name of a setting; empty for the whole
 * @param message what is wrong, in the user's words, one sentence
 * @param explanation why it matters and what the rule behind it is
 * @param fixes ready-made remedies, the best first; may be empty
 * @param samples the ids of the samples it concerns, in the order of the data set; empty where it concerns the whole
 */
public record Problem(String checkId, Severity severity, String subject, String message, String explanation,
        List<Fix> fixes, List<String> samples) {

    /** Copies the lists; no component may be null. */
    public Problem {
        Objects.requireNonNull(checkId, "checkId");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(explanation, "explanation");
        fixes = List.copyOf(fixes);
        samples = List.copyOf(samples);
    }

    /** One that names no samples. */
    public Problem(String checkId, Severity severity, String subject, String message, String explanation, List<Fix> fixes) {
        this(checkId, severity, subject, message, explanation, fixes, List.of());
    }

    /** The same, concerning these samples. */
    public Problem withSamples(List<String> ids) {
        return new Problem(checkId, severity, subject, message, explanation, fixes, ids);
    }

    /** A finding that keeps things from running. */
    public static Problem error(String checkId, String subject, String message, String explanation, Fix... fixes) {
        return new Problem(checkId, Severity.ERROR, subject, message, explanation, List.of(fixes));
    }

    /** A finding that is likely a mistake. */
    public static Problem warning(String checkId, String subject, String message, String explanation, Fix... fixes) {
        return new Problem(checkId, Severity.WARNING, subject, message, explanation, List.of(fixes));
    }

    /** A finding that could be done better. */
    public static Problem advice(String checkId, String subject, String message, String explanation, Fix... fixes) {
        return new Problem(checkId, Severity.ADVICE, subject, message, explanation, List.of(fixes));
    }

    /** Whether this finding keeps things from running. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
