// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vesalius.dataset.Subset;

/** What folders of subsets are called. */
public final class SubsetFolder {
    private static final Map<String, Subset> NAMES = Map.of("train", Subset.TRAIN, "training", Subset.TRAIN,
            "val", Subset.VALIDATION, "valid", Subset.VALIDATION, "validation", Subset.VALIDATION,
            "test", Subset.TEST, "testing", Subset.TEST);

    private SubsetFolder() {
    }

    /** The subset that a folder of this name holds, in small or capital letters; empty if it is called something else. */
    public static Optional<Subset> of(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }
}
