// SPDX-License-Identifier: EPL-2.0
/** Weights brought from one layout into another. */
package org.vesalius.network.exchange.tensor;
