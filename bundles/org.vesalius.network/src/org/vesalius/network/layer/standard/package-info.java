// SPDX-License-Identifier: EPL-2.0
/** The behaviours of the layer types in {@code network.ecore}. */
package org.vesalius.network.layer.standard;
