// SPDX-License-Identifier: EPL-2.0
/**
 * What is drawn from an ONNX graph while it is read. Every value of the graph is either a constant or a view of what a
 * layer computes: which axes of the layer make up each axis of the value. Operators that only rearrange axes change the
 * view and need no layer; axes are brought in order by layers only where an operator can't do without, and kernels
 * rather than data are permuted.
 */
package org.vesalius.network.exchange.onnx.draw;
