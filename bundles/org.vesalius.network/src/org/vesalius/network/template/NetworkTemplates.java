// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;

/** Networks to start from; each is a {@code .network} file beside this class. */
public final class NetworkTemplates {
    /** The convolutional network of the reference text: 128×128×3 to one yes or no. */
    public static final String REFERENCE_CNN = "reference-cnn";
    /** The recurrent network of the reference text: 100×32 to one of five categories at each step. */
    public static final String REFERENCE_RNN = "reference-rnn";
    /** A multilayer perceptron: 30 numbers to one yes or no. */
    public static final String MLP = "mlp";

    private final NetworkFiles files = new NetworkFiles(LayerCatalog.standard());

    /** The ids of all templates, in the order to show them. */
    public List<String> ids() {
        return List.of(REFERENCE_CNN, REFERENCE_RNN, MLP);
    }

    /**
     * A new network; its name and description say what it is for.
     *
     * @param id one of {@link #ids()}
     * @throws IllegalArgumentException if it is not
     */
    public Network create(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("no template '" + id + "'; there are " + ids());
        }
        String resource = id + "." + NetworkFiles.EXTENSION;
        try (InputStream in = NetworkTemplates.class.getResourceAsStream(resource)) {
            return files.load(in, resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
