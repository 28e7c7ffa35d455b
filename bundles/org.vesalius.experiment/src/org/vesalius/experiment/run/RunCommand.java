// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the user wants of a live run; stands in the {@code control} file of its folder. */
public enum RunCommand {
    /** Go on. */
    RUN,
    /** Finish the batch, then wait. */
    PAUSE,
    /** Finish the batch, keep the weights, measure the best model, and end. */
    STOP,
    /** Finish the batch, keep the weights, and end without measuring. */
    STOP_NOW;

    /** The word in the control file: the name in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command of a word; empty for any other text. */
    public static Optional<RunCommand> ofWord(String word) {
        return Arrays.stream(values()).filter(command -> command.word().equals(word.strip())).findFirst();
    }

    /** Whether the run shall end. */
    public boolean ends() {
        return this == STOP || this == STOP_NOW;
    }
}
