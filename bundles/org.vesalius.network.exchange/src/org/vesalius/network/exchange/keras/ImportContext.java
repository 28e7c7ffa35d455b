// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

/**
 * What all parts of one import share.
 *
 * @param version the Keras that wrote the file
 * @param backend what Keras computed with; empty if the file does not say
 * @param channelsFirst whether images of this model have their channels first
 * @param flipped whether kernels of convolutions are stored turned by 180°, as Theano uses them
 * @param converter makes layers
 * @param report takes down what becomes of each
 * @param weights takes the weights
 */
record ImportContext(KerasVersion version, String backend, boolean channelsFirst, boolean flipped,
        LayerConverter converter, ReportBuilder report, WeightCollector weights) {
}
