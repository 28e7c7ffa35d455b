// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

import java.io.IOException;
import java.util.Objects;

/** An image that can't be used. The message says why in the user's words, without naming the file. */
public class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong with the image, fit to follow "It" as in "is truncated" */
    public UnreadableImageException(String reason) {
        super(reason);
    }

    /**
     * With its technical cause.
     *
     * @param reason what is wrong with the image
     * @param cause for the log
     */
    public UnreadableImageException(String reason, Throwable cause) {
        super(reason, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
