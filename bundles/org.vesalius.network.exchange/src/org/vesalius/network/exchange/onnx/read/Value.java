// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

/** What a name in an ONNX graph stands for. */
sealed interface Value permits ForeignArray, Sizes, Filled, View, Opaque, Selection {
}
