// SPDX-License-Identifier: EPL-2.0
/**
 * The words of Keras 2 for layers and their settings: one table serves what reads models of Keras and what writes them.
 */
package org.vesalius.network.exchange.keras.type;
