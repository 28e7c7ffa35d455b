// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.fixture.RecordProject;

/** The network of these takes 8 steps of 2 numbers and says one number a step. */
class ArraySizeCheckTest {
    @TempDir
    private Path folder;

    private RecordProject project;

    @BeforeEach
    void create() throws IOException {
        project = new RecordProject(folder).steps().bind("series", "volume", Encoding.AUTO)
                .bind("finding", "tumour", Encoding.MASK);
    }

    @Test
    void arraysOfTheSizeOfTheirLayersFitWithOrWithoutAxesOfOnePlace() {
        assertThat(found(Map.of("volume", List.of(8, 2), "tumour", List.of(8)))).isEmpty();
        assertThat(found(Map.of("volume", List.of(8, 1, 2), "tumour", List.of(8, 1)))).isEmpty();
    }

    @Test
    void arraysOfAnotherSizeAreToldWithBothSizes() {
        assertThat(found(Map.of("volume", List.of(9, 2), "tumour", List.of(4, 1)))).extracting(Problem::message)
                .satisfiesExactly(
                        input -> assertThat(input).startsWith("Input 'series' of 8×2 doesn't fit column 'volume'")
                                .contains("are 9×2 after the steps"),
                        output -> assertThat(output).startsWith("Output 'finding' of 8×1 doesn't fit column 'tumour'")
                                .contains("are 4×1 after the steps"));
    }

    @Test
    void arraysOfOtherChannelsAreToldThatNoStepHelps() {
        assertThat(found(Map.of("volume", List.of(8, 3)))).singleElement().extracting(Problem::message).asString()
                .endsWith("its arrays are 8×3 after the steps of the column (the first one is); only the channels differ, 3 in the arrays"
                        + " and 2 in the layer: give the layer as many, since no step makes them fewer or more.");
    }

    @Test
    void columnsThatCouldNotBeReadAreToldElsewhere() {
        assertThat(found(Map.of())).isEmpty();
    }

    private List<Problem> found(Map<String, List<Integer>> sizes) {
        return new ArraySizeCheck(sizes).check(project.loaded());
    }
}
