// SPDX-License-Identifier: EPL-2.0
/**
 * Checks of a network, each with an explanation and fixes.
 *
 * @since 1.0
 */
package org.vesalius.network.check;
