// SPDX-License-Identifier: EPL-2.0
/** Real workers, lost in every way at every moment of a training: each run has to end as an undisturbed one. */
package org.vesalius.engine.lost;
