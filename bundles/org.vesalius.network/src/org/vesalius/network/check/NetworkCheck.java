// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.core.check.Problem;

/** Looks for one kind of mistake in a network. Stateless; never throws for what a network can hold. */
@FunctionalInterface
public interface NetworkCheck {
    /** What it finds; nothing if all is well. */
    List<Problem> check(CheckedNetwork network);
}
