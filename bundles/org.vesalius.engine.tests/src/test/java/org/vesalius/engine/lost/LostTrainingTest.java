// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.engine.lost.Moment.Phase;

/** The system property {@code lost.seed} draws the moments of an earlier run again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class LostTrainingTest {

    private static final int MOMENTS = 20;
    private static final int MOST_DRAWS = 60;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("lost.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void tellTheSeed() {
        System.out.println("moments are drawn with -Dlost.seed=" + seed);
    }

    @Test
    void aWorkerLostAtRandomMomentsChangesNothing() throws IOException {
        LostTrainings trainings = new LostTrainings(folder, "logistic");
        for (Loss loss : List.of(Loss.SIGSEGV, Loss.MEMORY)) {
            Phase phase = Phase.values()[random.nextInt(Phase.values().length)];
            trainings.lostAt(Moment.draw(phase, random), loss);
        }
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource
    void aWorkerLostAtTwentyRandomMomentsChangesNothing(Loss loss) throws IOException {
        LostTrainings trainings = new LostTrainings(folder, "dl4j");
        List<Moment> lost = new ArrayList<>();
        for (int draw = 0; lost.size() < MOMENTS; draw++) {
            assertThat(draw).as("moments that came too late").isLessThan(MOST_DRAWS);
            Moment moment = Moment.draw(Phase.values()[draw % Phase.values().length], random);
            if (trainings.lostAt(moment, loss)) {
                lost.add(moment);
            }
        }
        System.out.println(loss + ": " + lost);
        assertThat(lost).extracting(Moment::phase).contains(Phase.values());
    }
}
