// SPDX-License-Identifier: EPL-2.0
/** From samples to batches: the order of an epoch, inputs, targets, weights, and reading one batch ahead. */
package org.vesalius.worker.data;
