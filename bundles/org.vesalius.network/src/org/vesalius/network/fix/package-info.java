// SPDX-License-Identifier: EPL-2.0
/**
 * Changes of a network that remove a problem, one class for each kind of change.
 *
 * @since 1.0
 */
package org.vesalius.network.fix;
