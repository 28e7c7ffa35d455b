// SPDX-License-Identifier: EPL-2.0
/** Operators of ONNX that slide a window, pad, or change the size of images. */
package org.vesalius.network.exchange.onnx.window;
