// SPDX-License-Identifier: EPL-2.0
/** The state of a graph as files: parameters, optimiser and counters, exact to the bit. */
package org.vesalius.worker.dl4j.state;
