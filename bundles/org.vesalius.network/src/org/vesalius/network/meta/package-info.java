// SPDX-License-Identifier: EPL-2.0
/** What the metamodel says about layer types and their attributes: palette entries, labels, limits, help. */
package org.vesalius.network.meta;
