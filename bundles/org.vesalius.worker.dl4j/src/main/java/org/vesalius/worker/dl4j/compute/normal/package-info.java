// SPDX-License-Identifier: EPL-2.0
/** Computations that bring numbers to mean 0 and variance 1, or vectors to length 1. */
package org.vesalius.worker.dl4j.compute.normal;
