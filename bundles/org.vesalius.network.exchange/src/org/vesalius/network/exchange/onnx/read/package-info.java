// SPDX-License-Identifier: EPL-2.0
/** ONNX graphs as networks: what enters, which reader serves each operator, what leaves. */
package org.vesalius.network.exchange.onnx.read;
