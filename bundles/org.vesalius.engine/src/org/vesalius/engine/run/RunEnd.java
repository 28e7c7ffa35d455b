// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import org.vesalius.experiment.run.RunState;

/**
 * How a run ended.
 *
 * @param state       the state it ended in
 * @param explanation why, in the user's words: what the worker said, or what its exit code tells when it said
 *                    nothing; may be empty for an orderly end
 */
public record RunEnd(RunState state, String explanation) {
}
