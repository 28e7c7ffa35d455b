// SPDX-License-Identifier: EPL-2.0
/** Operators of ONNX that compute numbers: arithmetic, functions, products, normalisations, recurrent cells. */
package org.vesalius.network.exchange.onnx.compute;
