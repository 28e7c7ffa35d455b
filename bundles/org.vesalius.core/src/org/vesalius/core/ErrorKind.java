// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core;

/** Whose matter a {@link ReportedException} is; the command line maps each kind to an exit code of its own. */
public enum ErrorKind {
    /** A file, a setting or an argument that the user gave can't be used. */
    INVALID_INPUT,
    /** The machine lacks something: a device, a library, disk space, a permission. */
    ENVIRONMENT,
    /** Training started and could not go on. */
    TRAINING_FAILED,
    /** Somebody else holds what is needed, such as a device or a run folder. */
    BUSY
}
