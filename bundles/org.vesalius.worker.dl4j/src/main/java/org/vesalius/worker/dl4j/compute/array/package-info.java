// SPDX-License-Identifier: EPL-2.0
/** Computations on arrays and their channels. */
package org.vesalius.worker.dl4j.compute.array;
