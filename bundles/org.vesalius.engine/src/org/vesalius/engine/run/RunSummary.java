// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunStatus;

/**
 * A run found on disk.
 *
 * @param folder its folder
 * @param status its state as it is now: LOST where the record says it goes on and its worker is gone
 */
public record RunSummary(RunFolder folder, RunStatus status) {
}
