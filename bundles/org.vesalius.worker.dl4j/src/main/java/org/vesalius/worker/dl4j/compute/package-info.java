// SPDX-License-Identifier: EPL-2.0
/**
 * Computations of our own inside a DL4J graph, for layers that DL4J lacks or computes wrongly for arrays with the
 * channels last. {@code GraphPlan} puts them into a graph.
 */
package org.vesalius.worker.dl4j.compute;
