// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import java.util.Objects;

/** A layer says something that no layer of Vesalius can do; the message says what, for the report. */
public final class UnsupportedSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedSetting(String message) {
        super(Objects.requireNonNull(message));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
