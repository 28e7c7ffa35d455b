// SPDX-License-Identifier: EPL-2.0
/** A run from its first state to its last: opening, training, measuring, and what is told to whoever watches. */
package org.vesalius.worker.run;
