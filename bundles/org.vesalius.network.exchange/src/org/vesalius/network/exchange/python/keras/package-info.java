// SPDX-License-Identifier: EPL-2.0
/** Networks as Python for Keras, as a person would write it. */
package org.vesalius.network.exchange.python.keras;
