// SPDX-License-Identifier: EPL-2.0
/** The Properties view of layers, connections and the network, made from the metamodel. */
package org.vesalius.network.ui.properties;
