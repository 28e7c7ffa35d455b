// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.io.IOException;
import java.util.Objects;

/** A file that holds no usable array. The message says why in the user's words, fit to follow "It", without names. */
public final class InvalidArrayException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong */
    public InvalidArrayException(String reason) {
        super(reason);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
