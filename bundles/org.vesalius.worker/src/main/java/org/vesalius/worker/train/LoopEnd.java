// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

/** How the training loop ended. */
public enum LoopEnd {
    /** All epochs are trained. */
    COMPLETE,
    /** Early stopping ended it. */
    EARLY,
    /** The user ended it; the best model is to be measured. */
    STOPPED,
    /** The user ended it, and nothing is to be measured. */
    STOPPED_NOW
}
