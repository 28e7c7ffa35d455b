// SPDX-License-Identifier: EPL-2.0
/**
 * From a network to a DL4J computation graph: the plan that layer translators write to, and what several of them need.
 * Arrays between layers are row-major with the batch axis first and the channels or features last.
 */
package org.vesalius.worker.dl4j.graph;
