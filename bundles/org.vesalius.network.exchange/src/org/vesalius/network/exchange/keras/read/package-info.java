// SPDX-License-Identifier: EPL-2.0
/** Networks from models of Keras 1 to 3, in .h5, JSON and .keras. */
package org.vesalius.network.exchange.keras.read;
