// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStateTest {
    @ParameterizedTest
    @EnumSource
    void everyLiveStateCanFailGetLostAndStop(RunState state) {
        assertThat(state.canBecome(RunState.FAILED)).isEqualTo(state.live());
        assertThat(state.canBecome(RunState.LOST)).isEqualTo(state.live());
        assertThat(state.canBecome(RunState.STOPPED)).isEqualTo(state.live());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatCanBeResumedLeavesAnEnd(RunState state) {
        boolean leaves = Arrays.stream(RunState.values()).anyMatch(state::canBecome);

        assertThat(leaves).isEqualTo(state.live() || state.resumable());
    }

    @Test
    void pausingTakesARunningRun() {
        assertThat(RunState.STARTING.canBecome(RunState.PAUSED)).isFalse();
        assertThat(RunState.RUNNING.canBecome(RunState.PAUSED)).isTrue();
        assertThat(RunState.PAUSED.canBecome(RunState.RUNNING)).isTrue();
        assertThat(RunState.PAUSED.canBecome(RunState.FINISHED)).isFalse();
    }

    @Test
    void aRunMayHaveToWaitForItsDevice() {
        assertThat(RunState.STARTING.canBecome(RunState.QUEUED)).isTrue();
        assertThat(RunState.QUEUED.canBecome(RunState.STARTING)).isTrue();
        assertThat(RunState.QUEUED.canBecome(RunState.RUNNING)).isFalse();
    }
}
