// SPDX-License-Identifier: EPL-2.0
/**
 * What every part of Vesalius shares: errors fit to show, and the kinds they come in.
 *
 * @since 1.0
 */
package org.vesalius.core;
