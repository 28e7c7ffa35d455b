// SPDX-License-Identifier: EPL-2.0
/** Operators of ONNX that rearrange, pick, cast or compute sizes. */
package org.vesalius.network.exchange.onnx.axis;
