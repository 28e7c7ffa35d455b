// SPDX-License-Identifier: EPL-2.0
/** Computations that are random in training and do nothing in use. */
package org.vesalius.worker.dl4j.compute.noise;
