// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

/** What is read back from the file of predictions measures as what was written. */
class KeptAnswersTest {
    @TempDir
    private Path folder;

    @Test
    void categories() throws IOException {
        OutputKind kind = OutputKind.categories("grade", List.of("a", "b", "c"));

        assertThat(readBack(kind, kind, known(new float[] {.7f, .2f, .1f}, 1, 0, 0), known(new float[] {.5f, .3f, .2f}, 0, 1, 0),
                known(new float[] {.1f, .2f, .7f}, 0, 0, 1), Answer.unknown(new float[] {1, 0, 0})))
                .containsEntry("accuracy", 2.0 / 3);
    }

    @Test
    void findingsOfWhichSomeAreUnknown() throws IOException {
        OutputKind kind = OutputKind.of("findings", OutputTask.MULTI_LABEL, List.of("x", "y"));
        Answer half = new Answer(new float[] {.4f, .6f}, new float[] {0, 1}, new boolean[] {true, false});

        // of x 1 of 2 pairs is in order; of all known values 3.5 of 6 are
        assertThat(readBack(kind, kind, known(new float[] {.9f, .2f}, 1, 0), half, known(new float[] {.1f, .1f}, 0, 1)))
                .containsEntry("auc", .5).containsEntry("micro-auc", 3.5 / 6);
    }

    @Test
    void quantities() throws IOException {
        OutputKind kind = OutputKind.of("size", OutputTask.REGRESSION, List.of("height", "weight"));

        assertThat(readBack(kind, kind, known(new float[] {1, 2}, 2, 4), known(new float[] {3, 5}, 3, 6)))
                .containsEntry("mae", 1.0);
    }

    @Test
    void steps() throws IOException {
        OutputKind kind = OutputKind.steps("stage", List.of("wake", "rem", "deep"), 3);
        Answer short2 = new Answer(new float[] {.8f, .1f, .1f, 0, 1, 0}, new float[] {1, 0, 0, 0, 0, 0},
                new boolean[] {true, true, true, false, false, false});

        assertThat(readBack(kind, kind, short2, known(new float[] {.2f, .3f, .5f, 1, 0, 0}, 0, 0, 1, 0, 1, 0)))
                .containsEntry("accuracy", 2.0 / 3).containsEntry("sequence-accuracy", .5);
    }

    @Test
    void structuresThatExcludeEachOther() throws IOException {
        OutputKind kind = OutputKind.structures("mask", List.of("none", "front", "back"));
        float[] said = {1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1};
        float[] truth = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1};

        // front: one of both, two said; back: one of both, two true
        assertThat(readBack(kind, kind, known(said, truth))).containsEntry("dice", 2.0 / 3).containsEntry("iou", .5);
    }

    @Test
    void anImageWithoutStructures() throws IOException {
        OutputKind kind = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel"));

        assertThat(readBack(kind, kind, known(new float[] {0, .9f}, 0, 0), known(new float[] {0, 0}, 0, 0),
                known(new float[] {.8f, .7f}, 1, 0))).containsEntry("dice", (0 + 2.0 / 3) / 2);
    }

    /** Files of earlier versions tell no distances. */
    @Test
    void distancesBetweenSurfaces() throws IOException {
        OutputKind kind = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel"));
        Optional<PlaceGrid> grid = Optional.of(new PlaceGrid(List.of(1, 3), List.of(1.0, .5)));
        boolean[] known = {true, true, true};

        assertThat(readBack(kind, kind, new Answer(new float[] {1, 0, 0}, new float[] {0, 0, 1}, known, grid),
                new Answer(new float[] {0, 0, 0}, new float[] {0, 0, 1}, known, grid),
                new Answer(new float[3], new float[3], known, grid))).containsEntry("hd95", 1.0)
                .containsEntry("mean-surface-distance", 1.0);
        OutputMeasure earlier = kind.measure();
        structures("2,1,1").read(List.of(kind), (sample, part, kept) -> kept.get(0).orElseThrow().addTo(earlier));
        assertThat(earlier.metrics()).doesNotContainKey("hd95").containsEntry("dice", 2 / 3.0);
    }

    /** More places than memory has room for, and than a whole number of 32 bits counts. */
    @Test
    void structuresOfVastVolumes() throws IOException {
        OutputKind kind = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel"));
        OutputMeasure measure = kind.measure();

        structures("6000000000,2000000000,1000000000").read(List.of(kind),
                (sample, part, kept) -> kept.get(0).orElseThrow().addTo(measure));

        // 2·1/(6 + 2), 1/(6 + 2 - 1), 1/6 and 1/2
        assertThat(measure.metrics()).containsEntry("dice", .25).containsEntry("iou", 1 / 7.0)
                .containsEntry("sensitivity", 1 / 6.0).containsEntry("precision", .5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,2,4", "3,2,-1", "-3,2,1", "9223372036854775807,2,1"})
    void countsThatCantBeAreRefused(String counts) throws IOException {
        OutputKind kind = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel"));
        PredictionsFile file = structures(counts);

        assertThatThrownBy(() -> file.read(List.of(kind), (sample, part, kept) -> {})).isInstanceOf(ReportedException.class)
                .hasMessageContaining("Line 2");
    }

    private PredictionsFile structures(String counts) throws IOException {
        return new PredictionsFile(Files.writeString(folder.resolve("predictions.csv"),
                "sample,part,truth:vessel,predicted:vessel,both:vessel,dice:vessel,format\ns0,test," + counts + ",0.5,4\n"));
    }

    @Test
    void timesToAnEvent() throws IOException {
        OutputKind kind = OutputKind.cox("event", Ties.EFRON);

        // of the three pairs the one of the earliest and the latest is in order, and the one of the first two
        assertThat(readBack(kind, kind, known(new float[] {2, 0}, 1, 1), known(new float[] {0, 0}, 2, 1),
                known(new float[] {1, 0}, 3, 0))).containsEntry("concordance", 2.0 / 3);
    }

    @Test
    void hazardsOfIntervals() throws IOException {
        OutputKind written = OutputKind.of("event", OutputTask.SURVIVAL, List.of("1", "2", "4"));
        OutputKind read = OutputKind.of("event", OutputTask.SURVIVAL, List.of());
        Answer event = new Answer(new float[] {.5f, .25f, .5f}, new float[] {0, 1, 0}, new boolean[] {true, true, false});
        Answer censored = new Answer(new float[] {.125f, .5f, .5f}, new float[3], new boolean[] {true, true, true});

        assertThat(readBack(written, written, event, censored)).containsEntry("concordance", 1.0);
        OutputMeasure measure = read.measure();
        new PredictionsFile(folder.resolve("predictions.csv")).read(List.of(read),
                (sample, part, kept) -> kept.get(0).orElseThrow().addTo(measure));
        // without the length of intervals there is no mean over time
        assertThat(measure.metrics()).containsOnlyKeys("loss", "concordance", "uno-c").containsEntry("concordance", 1.0);
    }

    @Test
    void whatIsNotKeptIsTold() throws IOException {
        OutputKind kind = OutputKind.of("again", OutputTask.RECONSTRUCTION, List.of());
        PredictionsFile file = new PredictionsFile(folder.resolve("predictions.csv"));
        file.write(List.of(kind), rows -> rows.add("s0", "test", List.of(known(new float[] {1}, 2))));

        file.read(List.of(kind), (sample, part, answers) -> assertThat(answers.get(0)).isEmpty());
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        Path file = folder.resolve("predictions.csv");
        Files.writeString(file, "sample,part,label,score:b,format\ns0,test,c,0.5,4\n");

        assertThatThrownBy(() -> new PredictionsFile(file).read(List.of(OutputKind.categories("o", List.of("a", "b"))),
                (sample, part, answers) -> {})).isInstanceOf(ReportedException.class);
    }

    private static Answer known(float[] said, float... truth) {
        return Cells.known(said, truth);
    }

    /** The metrics of what was written, after they were found to be those of what is read. */
    private Map<String, Double> readBack(OutputKind written, OutputKind read, Answer... answers) throws IOException {
        PredictionsFile file = new PredictionsFile(folder.resolve("predictions.csv"));
        OutputMeasure before = written.measure();
        file.write(List.of(written), rows -> {
            for (Answer answer : answers) {
                rows.add("s", "test", List.of(answer));
                before.add(answer);
            }
        });
        OutputMeasure after = read.measure();
        file.read(List.of(read), (sample, part, kept) -> kept.get(0).orElseThrow().addTo(after));
        assertThat(after.metrics().keySet()).isEqualTo(before.metrics().keySet());
        before.metrics().forEach((id, value) -> assertThat(after.metrics().get(id)).as(id).isCloseTo(value, within(1e-6)));
        return before.metrics();
    }
}
