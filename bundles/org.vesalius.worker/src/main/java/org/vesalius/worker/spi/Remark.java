// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Objects;
import org.vesalius.core.check.Severity;

/**
 * Something the library has to say about how it runs a network, such as a layer that takes a slower path. Remarks
 * become notices in the event log.
 *
 * @param severity how much it weighs
 * @param code stable name of the kind of remark, such as {@code dl4j.stock-path}
 * @param message the remark in the user's words
 */
public record Remark(Severity severity, String code, String message) {
    /** No component may be null. */
    public Remark {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
