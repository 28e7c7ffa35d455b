// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

/** The worker was asked in a way that makes no sense; the message says why. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with the command line */
    public UsageException(String message) {
        super(message);
    }
}
