// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.check.Problem;

/** Whether losses of one kind fit what comes into an Output. */
interface LossFit {
    /**
     * What is wrong, and what to change.
     *
     * @param end an Output with a loss of this kind, and what stands before it
     */
    Optional<Problem> check(LossEnd end);
}
