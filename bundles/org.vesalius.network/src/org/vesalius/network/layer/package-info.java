// SPDX-License-Identifier: EPL-2.0
/**
 * What each layer type makes of its input: shapes, parameter counts and the errors that explain themselves.
 *
 * @since 1.0
 */
package org.vesalius.network.layer;
