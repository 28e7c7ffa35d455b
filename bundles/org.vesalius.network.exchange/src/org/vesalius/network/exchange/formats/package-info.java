// SPDX-License-Identifier: EPL-2.0
/** The formats that Vesalius brings, in one place. */
package org.vesalius.network.exchange.formats;
