// SPDX-License-Identifier: EPL-2.0
/** Weights of networks: their names, shapes and values. */
package org.vesalius.network.weights;
