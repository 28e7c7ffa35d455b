// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Pieces of Python that written modules may need: what PyTorch lacks or does otherwise. */
enum Helper {
    SIMPLE_RNN("helpers_rnn.py"), LSTM("helpers_lstm.py"), GRU("helpers_gru.py"),
    BIDIRECTIONAL("helpers_bidirectional.py"), ATTENTION("helpers_attention.py"), WEIGHTS("helpers_weights.py");

    private final String file;

    Helper(String file) {
        this.file = file;
    }

    /** Its code, with a line break at the end. */
    String code() {
        try (InputStream in = Helper.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program is damaged: " + file + " can't be read", e);
        }
    }
}
