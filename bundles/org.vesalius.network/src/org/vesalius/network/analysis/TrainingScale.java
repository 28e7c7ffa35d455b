// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

/**
 * What the memory of a training depends on besides the network.
 *
 * @param batch number of samples computed together, at least 1
 * @param optimizer what people call the optimiser
 * @param statesPerParameter how many numbers the optimiser remembers for each parameter: 0 for plain SGD, 1 for
 *     momentum and RMSProp, 2 for Adam
 */
public record TrainingScale(int batch, String optimizer, int statesPerParameter) {

    /** @throws IllegalArgumentException if there is no sample, or a negative number of states */
    public TrainingScale {
        if (batch < 1 || statesPerParameter < 0) {
            throw new IllegalArgumentException("batch " + batch + ", states " + statesPerParameter);
        }
    }

    /** What is assumed while no experiment says otherwise: batches of 32 with Adam. */
    public static TrainingScale usual() {
        return new TrainingScale(32, "Adam", 2);
    }

    /** For people: {@code batch of 32, Adam}. */
    public String display() {
        return "batch of " + batch + ", " + optimizer;
    }
}
