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
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.control.RunCommands;

class PaceTest {
    @TempDir
    private Path folder;

    /** A run that ends goes on first: it keeps weights and measures, and ends from there by the table of states. */
    @ParameterizedTest
    @EnumSource(value = RunCommand.class, names = "PAUSE", mode = EnumSource.Mode.EXCLUDE)
    void aPausedRunGoesOnWhateverIsCommandedNext(RunCommand next) throws IOException {
        RunControl control = new RunControl(new RunFolder(folder));
        List<RunState> states = new ArrayList<>();
        Pace pace = new Pace(new RunCommands(control), state -> {
            states.add(state);
            send(control, next);
        });
        control.send(RunCommand.PAUSE);

        assertThat(pace.heed()).isEqualTo(next);
        assertThat(states).containsExactly(RunState.PAUSED, RunState.RUNNING);
    }

    @Test
    void withoutAWishNothingIsTold() {
        List<RunState> states = new ArrayList<>();

        assertThat(new Pace(new RunCommands(new RunControl(new RunFolder(folder))), states::add).heed())
                .isEqualTo(RunCommand.RUN);
        assertThat(states).isEmpty();
    }

    private static void send(RunControl control, RunCommand command) {
        try {
            control.send(command);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
