// SPDX-License-Identifier: EPL-2.0
/** Graphs as an ONNX file has them: operators and constants, several operators known as one function joined into one. */
package org.vesalius.network.exchange.onnx.graph;
