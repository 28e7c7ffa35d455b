// SPDX-License-Identifier: EPL-2.0
/** Shapes and parameter counts of a whole network, from its inputs to its outputs. */
package org.vesalius.network.inference;
