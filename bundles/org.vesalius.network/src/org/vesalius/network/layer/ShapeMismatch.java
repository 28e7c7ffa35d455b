// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.Objects;
import org.vesalius.core.check.Fix;

/** A layer can't take what it gets: why, in the user's words, and what helps. */
public class ShapeMismatch extends Exception {
    private static final long serialVersionUID = 1L;

    private final String explanation;
    private final transient List<Fix> fixes;

    /**
     * @param message what is wrong: "Dense 'fc1' gets 30×30×64; put a Flatten before it"
     * @param explanation the rule behind it
     * @param fixes what helps, the best first
     */
    public ShapeMismatch(String message, String explanation, List<Fix> fixes) {
        super(Objects.requireNonNull(message), null, false, false);
        this.explanation = explanation;
        this.fixes = List.copyOf(fixes);
    }

    /** What is wrong. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The rule behind it. */
    public String explanation() {
        return explanation;
    }

    /** What helps, the best first. */
    public List<Fix> fixes() {
        return fixes;
    }
}
