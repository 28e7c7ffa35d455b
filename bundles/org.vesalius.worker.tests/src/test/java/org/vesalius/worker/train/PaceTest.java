// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.Wish;
import org.vesalius.worker.control.RunWishes;

class PaceTest {
    @TempDir
    private Path folder;

    /** A run that ends goes on first: it keeps weights and measures, and ends from there by the table of states. */
    @ParameterizedTest
    @EnumSource(value = Wish.class, names = "PAUSE", mode = EnumSource.Mode.EXCLUDE)
    void aPausedRunGoesOnWhateverIsWishedNext(Wish next) throws IOException {
        RunControl control = new RunControl(new RunFolder(folder));
        List<RunState> states = new ArrayList<>();
        Pace pace = new Pace(new RunWishes(control), state -> {
            states.add(state);
            wish(control, next);
        });
        control.wish(Wish.PAUSE);

        assertThat(pace.heed()).isEqualTo(next);
        assertThat(states).containsExactly(RunState.PAUSED, RunState.RUNNING);
    }

    @Test
    void withoutAWishNothingIsTold() {
        List<RunState> states = new ArrayList<>();

        assertThat(new Pace(new RunWishes(new RunControl(new RunFolder(folder))), states::add).heed())
                .isEqualTo(Wish.RUN);
        assertThat(states).isEmpty();
    }

    private static void wish(RunControl control, Wish wish) {
        try {
            control.wish(wish);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
