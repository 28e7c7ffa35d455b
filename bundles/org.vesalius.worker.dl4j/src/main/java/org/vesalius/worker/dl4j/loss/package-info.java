// SPDX-License-Identifier: EPL-2.0
/** Losses with their gradients, computed in double precision from what stands before the last activation. */
package org.vesalius.worker.dl4j.loss;
