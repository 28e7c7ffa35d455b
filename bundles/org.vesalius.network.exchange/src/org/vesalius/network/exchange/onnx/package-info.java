// SPDX-License-Identifier: EPL-2.0
/** Networks from and for ONNX, the exchange format of most tools. Format: github.com/onnx/onnx, IR specification. */
package org.vesalius.network.exchange.onnx;
