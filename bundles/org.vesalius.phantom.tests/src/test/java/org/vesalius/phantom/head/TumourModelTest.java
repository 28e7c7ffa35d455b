// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.phantom.truth.Truth;

class TumourModelTest {
    private static final Path NOWHERE = Path.of("nowhere");
    /** Who knows the rest is so seldom wrong that some tell as much as all. */
    private static final int JUDGED = 40;
    private static final Map<String, String> SEED = Map.of("seed", "2026");

    private final Truth truth = new Truth("head-tumours", sample -> true);
    private final HeadPhantom reader = new HeadPhantom();

    /** At best of one who knows the patient's head and all of the tumour but its type: which of three volumes is it nearest? */
    @Test
    void statesWhichTypesCanBeToldAtBestAndByTheCommonest() throws IOException {
        List<Map<String, String>> test = truth.rows(Subset.TEST);
        int right = 0;
        for (Map<String, String> row : test.subList(0, JUDGED)) {
            right += nearest(row.get(TumourModel.VOLUME)).text().equals(row.get(TumourModel.TYPE)) ? 1 : 0;
        }
        List<String> types = test.stream().map(row -> row.get(TumourModel.TYPE)).toList();
        double commonest = TumourType.texts().stream().mapToInt(type -> Collections.frequency(types, type)).max().orElseThrow();

        truth.assertStated((double) right / JUDGED, commonest / test.size());
    }

    @Test
    void theMiddleOfAllTumoursIsFarFromMost() {
        double[] miss = TumourModel.PLACE.stream().mapToDouble(this::meanMiss).toArray();
        System.out.printf("head-tumours: the mean place misses by %.2f mm along each axis%n", Arrays.stream(miss).average().orElseThrow());
        assertThat(Arrays.stream(miss).boxed()).allSatisfy(mm -> assertThat(mm).isBetween(10.0, 20.0));
    }

    private double meanMiss(String axis) {
        double mean = Arrays.stream(truth.numbers(Subset.TRAIN, row -> Double.parseDouble(row.get(axis)))).average().orElseThrow();
        return Arrays.stream(truth.numbers(Subset.TEST, row -> Double.parseDouble(row.get(axis)))).map(x -> Math.abs(x - mean))
                .average().orElseThrow();
    }

    /** The tumour is where the record says: there, and nowhere else, volumes of two types differ. */
    @Test
    void theRecordTellsWhereTheTumourIs() throws IOException {
        for (Map<String, String> row : truth.rows(Subset.TEST).subList(0, 5)) {
            String volume = row.get(TumourModel.VOLUME);
            float[] solid = head(volume, TumourType.SOLID).still();
            float[] dark = head(volume, TumourType.DARK).still();
            double[] sums = new double[4];
            for (int i = 0; i < solid.length; i++) {
                double differs = Math.abs(solid[i] - dark[i]);
                Place place = Head.place(i / (HeadPhantom.SIZE * HeadPhantom.SIZE), i / HeadPhantom.SIZE % HeadPhantom.SIZE,
                        i % HeadPhantom.SIZE);
                sums[0] += differs * place.x();
                sums[1] += differs * place.y();
                sums[2] += differs * place.z();
                sums[3] += differs;
            }
            for (int axis = 0; axis < 3; axis++) {
                assertThat(sums[axis] / sums[3]).isCloseTo(Double.parseDouble(row.get(TumourModel.PLACE.get(axis))), within(1.0));
            }
        }
    }

    @Test
    void volumesAreTheSameEachTimeAndOthersAreRefused() throws IOException {
        TypedArray volume = reader.read(NOWHERE, "head:patient=7,tumour=ring", SEED);
        assertThat(volume.description().display()).isEqualTo("24×24×24 (z, y, x), f32");
        assertThat(volume.description().spacing()).containsExactly(8.0, 8.0, 8.0);
        assertThat(reader.read(NOWHERE, "head:patient=7,tumour=ring", SEED).floats()).isEqualTo(volume.floats());
        assertThat(reader.read(NOWHERE, "head:patient=8,tumour=ring", SEED).floats()).isNotEqualTo(volume.floats());
        assertThatThrownBy(() -> reader.read(NOWHERE, "head:patient=7,tumour=x", SEED)).hasMessageContaining("no head phantom");
        assertThatThrownBy(() -> reader.read(NOWHERE, "head:patient=7,tumour=ring", Map.of("seed", "x")))
                .hasMessageContaining("whole number");
    }

    private TumourType nearest(String volume) throws IOException {
        float[] seen = reader.read(NOWHERE, volume, SEED).floats();
        TumourType best = TumourType.SOLID;
        double least = Double.POSITIVE_INFINITY;
        for (TumourType type : TumourType.values()) {
            float[] expected = head(volume, type).still();
            double distance = 0;
            for (int i = 0; i < seen.length; i++) {
                distance += (seen[i] - expected[i]) * (seen[i] - expected[i]);
            }
            best = distance < least ? type : best;
            least = Math.min(least, distance);
        }
        return best;
    }

    private static Head head(String volume, TumourType type) {
        return new Head(2026, Integer.parseInt(volume.replaceAll("\\D+(\\d+).*", "$1")), type);
    }
}
