// SPDX-License-Identifier: EPL-2.0
/** Networks as models of Keras, in .h5, JSON and .keras. */
package org.vesalius.network.exchange.keras.write;
