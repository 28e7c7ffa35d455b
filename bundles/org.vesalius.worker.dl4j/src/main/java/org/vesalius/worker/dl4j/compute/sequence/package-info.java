// SPDX-License-Identifier: EPL-2.0
/** Computations on the steps of sequences: masks, positions, attention. */
package org.vesalius.worker.dl4j.compute.sequence;
