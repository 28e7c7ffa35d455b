// SPDX-License-Identifier: EPL-2.0
/**
 * The run folder: one training run on disk, complete in itself. The worker writes it, everything else reads it.
 */
package org.vesalius.experiment.run;
