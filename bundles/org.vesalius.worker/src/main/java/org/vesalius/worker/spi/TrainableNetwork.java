// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vesalius.network.weights.NetworkWeights;

/**
 * A network built and trained with one library.
 *
 * <p>See the package for determinism, layout and threads. A method that runs out of memory throws
 * {@link OutOfMemoryError}, also where the memory is native; the process then ends, and
 * whoever looks after the run goes on in another one.
 */
public interface TrainableNetwork extends AutoCloseable {
    /**
     * Prepares for the batches of an epoch: sets the learning rate, and seeds every random generator of the library
     * from the seed of the context and the number of the epoch.
     *
     * @param epoch number of the epoch, from 1
     * @param learningRate the rate for the whole epoch
     */
    void beginEpoch(int epoch, double learningRate);

    /**
     * Trains on one batch: one forward pass, one backward pass, one change of the parameters by the mean gradient.
     *
     * @param batch inputs, targets and sample weights; valid during the call only
     * @return the loss and, where the library has them, the outputs of the forward pass
     */
    StepResult fit(Batch batch);

    /**
     * What the network says, as in use: without dropout, with the running statistics of batch normalisation. Changes
     * nothing in the network.
     *
     * @param batch inputs; targets and weights are not looked at
     * @return one tensor for each Output layer by name, after the last activation: probabilities for the
     *         cross-entropies
     */
    Map<String, Tensor> predict(Batch batch);

    /**
     * Writes all that {@link #load} needs to go on exactly: parameters, running statistics, the state of the optimiser
     * and its counters. The files of one format can be read by later versions of the library.
     *
     * @param folder an empty folder; the caller forces its files to disk and renames it
     * @throws IOException if a file can't be written, for example for want of disk space
     */
    void save(Path folder) throws IOException;

    /**
     * Whether the files that {@link #save} wrote hold what this network holds, bit for bit, as they read back now.
     *
     * @param folder the folder
     * @throws IOException if a file can't be read
     */
    boolean isSavedIn(Path folder) throws IOException;

    /**
     * Takes over what {@link #save} wrote from a network of the same structure. A network that refuses a state must stay
     * as it was, since the harness then tries an older one.
     *
     * @throws IOException if a file can't be read
     * @throws org.vesalius.core.ReportedException if the files don't belong to this network or are damaged
     */
    void load(Path folder) throws IOException;

    /**
     * SHA-256 over all parameters and running statistics, as little-endian single-precision numbers in an order that
     * depends on the structure of the network alone; 64 lower-case hexadecimal digits.
     */
    String parametersSha256();

    /** Whether all parameters and running statistics are finite numbers. */
    boolean isFinite();

    /**
     * A copy of all weights, running statistics included, by the ids of the layers; names and layouts are those of
     * {@link org.vesalius.network.layer.LayerBehavior#weights}.
     */
    NetworkWeights weights();

    /**
     * Takes over weights, for example those of a network trained elsewhere. Layers that are not mentioned keep theirs;
     * so does the state of the optimiser. Nothing changes if the weights are refused.
     *
     * @throws org.vesalius.core.ReportedException if a layer is not in this network, or has weights of other names or
     *         shapes; the message names the layer and both
     */
    void setWeights(NetworkWeights weights);

    /** What there is to say about how this network is run; the harness asks once, after the first batch. */
    List<Remark> remarks();

    /** Gives back native memory; the network is of no use afterwards. */
    @Override
    void close();
}
