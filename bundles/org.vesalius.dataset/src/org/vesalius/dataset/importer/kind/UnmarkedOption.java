// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.Optional;
import org.vesalius.core.English;

/** What it means that an image or volume has no mask: a defect, or that nothing is marked in it. */
public final class UnmarkedOption {
    /** The option that says so. */
    public static final ImportOption OPTION =
            ImportOption.flag("unmarked", "Takes what has no mask for one in which nothing is marked: it is "
                    + "background alone. Without it, having no mask is a defect.");

    private UnmarkedOption() {
    }

    /** Whether nothing is marked where there is no mask. */
    public static boolean isGiven(ImportRequest request) {
        return request.flag(OPTION.name());
    }

    /** That some have no mask, whose truth is that nothing is marked. */
    public static Optional<String> remark(long count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(English.quantity(count, what) + (count == 1 ? " has" : " have")
                + " no mask: nothing is marked in " + (count == 1 ? "it" : "them") + ", as --" + OPTION.name() + " says");
    }
}
