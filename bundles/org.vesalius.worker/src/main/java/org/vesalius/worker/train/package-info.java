// SPDX-License-Identifier: EPL-2.0
/** The training loop and its decisions: learning rate, metrics, best model, early stopping, pause and stop. */
package org.vesalius.worker.train;
