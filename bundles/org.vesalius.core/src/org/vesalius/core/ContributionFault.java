// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

/**
 * A contribution of a plug-in that can't be used and was skipped.
 *
 * @param contributor who made it: the symbolic name of a bundle, or in a worker the name of a jar
 * @param kind        what it was made to: the id of an extension point, or in a worker the type of the service
 * @param message     what is wrong with it, one sentence
 * @param cause       the technical reason, or null
 */
public record ContributionFault(String contributor, String kind, String message, Throwable cause) {

    /** The report for the log: who, what, and that it was skipped. */
    public String report() {
        return "The contribution of " + contributor + " to " + kind + " was skipped: " + message;
    }
}
