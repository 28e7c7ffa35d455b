// SPDX-License-Identifier: EPL-2.0
/**
 * Models of Keras: read from .h5, JSON and .keras, written as .h5 and JSON. Older dialects are first brought into the
 * words of Keras 2; one table of layer types then serves both directions.
 */
package org.vesalius.network.exchange.keras;
