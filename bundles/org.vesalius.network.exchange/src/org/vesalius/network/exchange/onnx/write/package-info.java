// SPDX-License-Identifier: EPL-2.0
/**
 * Networks as ONNX graphs. Data enter and leave in the layouts of Vesalius, batch first and channels last; between,
 * images stay channels first as the convolutions of ONNX want them, so that arrays are transposed at the borders only.
 * Operators: ONNX operator set 13.
 */
package org.vesalius.network.exchange.onnx.write;
