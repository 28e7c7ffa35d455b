// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vesalius.dataset.Subset;

/** What folders of subsets are called, and how subsets are written in tables. */
public final class SubsetFolder {
    private static final Map<String, Subset> NAMES = Map.of("train", Subset.TRAIN, "training", Subset.TRAIN,
            "val", Subset.VALIDATION, "valid", Subset.VALIDATION, "validation", Subset.VALIDATION,
            "test", Subset.TEST, "testing", Subset.TEST);
    /** Too short for folders, which may be categories of these names. */
    private static final Map<String, Subset> SHORT = Map.of("tr", Subset.TRAIN, "trn", Subset.TRAIN, "dev",
            Subset.VALIDATION, "vl", Subset.VALIDATION, "tune", Subset.VALIDATION, "ts", Subset.TEST, "tst", Subset.TEST,
            "te", Subset.TEST, "holdout", Subset.TEST);

    private SubsetFolder() {
    }

    /** The subset that a folder of this name holds, in small or capital letters; empty if it is called something else. */
    public static Optional<Subset> of(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The subset that a cell of a table means, such as {@code Train}, {@code test set} or {@code tst}. */
    public static Optional<Subset> ofCell(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceFirst("[ _-](set|subset|split|data|part)$", "");
        return of(word).or(() -> Optional.ofNullable(SHORT.get(word)));
    }
}
