// SPDX-License-Identifier: EPL-2.0
/**
 * What the metamodel says about layer types and their attributes: palette entries, labels, limits, help.
 *
 * @since 1.0
 */
package org.vesalius.network.meta;
