// SPDX-License-Identifier: EPL-2.0
/**
 * Results of checks over networks, data sets and experiments: the same list for markers, editors and command line.
 *
 * @since 1.0
 */
package org.vesalius.core.check;
