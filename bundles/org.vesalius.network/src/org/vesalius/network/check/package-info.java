// SPDX-License-Identifier: EPL-2.0
/** Checks of a network, each with an explanation and fixes. */
package org.vesalius.network.check;
