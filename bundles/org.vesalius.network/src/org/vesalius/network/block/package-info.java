// SPDX-License-Identifier: EPL-2.0
/** Blocks: layers grouped into one, repeated, kept in files of their own, and what they stand for layer by layer. */
package org.vesalius.network.block;
