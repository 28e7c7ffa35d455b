// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.context;

/** Where the technical causes of errors go, which the user is not shown. */
@FunctionalInterface
public interface FailureLog {

    /** Keeps an error with its cause. */
    void log(String message, Throwable cause);
}
