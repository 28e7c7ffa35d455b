// SPDX-License-Identifier: EPL-2.0
/** Models of Keras as their files describe them: layers, calls and weights; older dialects brought into the words of Keras 2. */
package org.vesalius.network.exchange.keras.model;
