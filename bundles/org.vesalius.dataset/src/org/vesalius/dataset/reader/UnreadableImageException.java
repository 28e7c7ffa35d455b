// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;

/** A picture that can't be used. The message says why in the user's words, without naming the file. */
public class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong with the picture, fit to follow "It" as in "is truncated" */
    public UnreadableImageException(String reason) {
        super(reason);
    }

    /**
     * With its technical cause.
     *
     * @param reason what is wrong with the picture
     * @param cause for the log
     */
    public UnreadableImageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
