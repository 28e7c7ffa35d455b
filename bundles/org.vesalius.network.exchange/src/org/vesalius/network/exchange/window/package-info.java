// SPDX-License-Identifier: EPL-2.0
/** The windows of convolutions and poolings, as numbers that other tools understand. */
package org.vesalius.network.exchange.window;
