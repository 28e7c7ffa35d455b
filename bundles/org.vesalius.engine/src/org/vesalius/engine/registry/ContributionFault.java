// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

/**
 * A contribution of a plug-in that can't be used and was skipped.
 *
 * @param contributor    symbolic name of the bundle that made it
 * @param extensionPoint id of the extension point it was made to
 * @param message        what is wrong with it, one sentence
 * @param cause          the technical reason, or null
 */
public record ContributionFault(String contributor, String extensionPoint, String message, Throwable cause) {

    /** The report for the log: who, what, and that it was skipped. */
    public String report() {
        return "The contribution of " + contributor + " to " + extensionPoint + " was skipped: " + message;
    }
}
