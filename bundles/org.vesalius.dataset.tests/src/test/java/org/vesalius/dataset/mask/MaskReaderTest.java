// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Masks that are drawn; those of files are tested with their import. */
class MaskReaderTest {

    @Test
    void polygonsHoldTheMiddlesOfTheirPixels() throws IOException {
        // as pycocotools 2.0 draws it, and as a test of each middle by crossings does
        assertThat(drawn("draw 12x10|1:polygon 2.3 1.2 9.7 2.6 10.4 7.8 5.1 5.2 1.4 8.9", "2")).containsExactly(
                "............", "..##........", "..#######...", "..########..", "..########..", "..###.####..",
                "..##....##..", "..#.........", ".#..........", "............");
    }

    @Test
    void polygonsAreTheSameWhereverTheyAreAndCutOffAtTheEdges() throws IOException {
        // the polygon above, 20 to the right and 5 down, and 4 to the left and 3 up
        List<String> moved = drawn("draw 32x15|1:polygon 22.3 6.2 29.7 7.6 30.4 12.8 25.1 10.2 21.4 13.9", "2");
        assertThat(moved.subList(0, 6)).containsOnly(".".repeat(32));
        assertThat(moved.subList(6, 14)).extracting(row -> row.substring(20)).containsExactly("..##........", "..#######...",
                "..########..", "..########..", "..###.####..", "..##....##..", "..#.........", ".#..........");
        assertThat(moved).extracting(row -> row.substring(0, 20)).containsOnly(".".repeat(20));
        assertThat(drawn("draw 4x4|1:polygon -1.7 -1.8 5.7 -0.4 6.4 4.8 1.1 2.2 -2.6 5.9", "2")).containsExactly("####", "####",
                "#.##", "....");
        assertThat(drawn("draw 4x2|1:polygon 10 0 20 0 20 9|1:polygon -9 -9 -2 -9 -2 -3", "2")).containsExactly("....", "....");
    }

    @Test
    void boxesAreCutOffAtTheEdgeAndTheLastShapeCounts() throws IOException {
        assertThat(drawn("draw 6x3|1:box 0.4 0.6 3.2 2|2:box 2 -5 100 6.4", "3"))
                .containsExactly("..2222", "####..", "####..");
    }

    @Test
    void runLengthsAreThoseOfCoco() throws IOException {
        // pycocotools 2.0: encode of this mask
        assertThat(drawn("draw 7x5|1:rle 01:2HNO012004", "2")).containsExactly("#......", "..####.", "..#.##.", "..####.",
                ".......");
        List<String> large = drawn("draw 50x40|1:rle e<i0?00\\OC==CC==CC==CC==CC==CC==CC==CC==70000"
                + "00000000000000000000000000000000000000000000S6", "2");
        assertThat(String.join("", large).chars().filter(place -> place == '#')).hasSize(859);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draw ", "draw 0x4", "draw 999999x999999", "draw 4x4|box 1 1 2 2", "draw 4x4|1:box 1 1 2",
        "draw 4x4|1:box 1 1 2 NaN", "draw 4x4|1:box 1 1 2 1e30", "draw 4x4|2:box 1 1 2 2", "draw 4x4|1:polygon 1 1 2 2",
        "draw 4x4|1:circle 1 1 2", "draw 4x4|1:rle ~~~", "draw 4x4|1:rle o", "draw 4x4|1:rle 1", "draw 4x4|0:box 1 1 2 2"})
    void damagedDrawingsAreRefused(String value) {
        assertThatThrownBy(() -> drawn(value, "2")).isInstanceOf(UnreadableImageException.class);
    }

    @Test
    void valuesThatNameNoMaskAreRefused() {
        assertThatThrownBy(() -> drawn("", "2")).isInstanceOf(UnreadableImageException.class).hasMessage("has no mask");
        assertThatThrownBy(() -> drawn("../mask.png", "2")).isInstanceOf(UnreadableImageException.class);
        assertThatThrownBy(() -> drawn("draw 4x4", "many")).isInstanceOf(UnreadableImageException.class);
    }

    private static List<String> drawn(String value, String count) throws IOException {
        TypedArray array = new MaskReader().read(Path.of("/nowhere"), value, Map.of(MaskReader.COUNT, count));
        int[] shape = array.description().shape();
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < shape[0]; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < shape[1]; x++) {
                row.append(".#23".charAt((int) array.value(y * shape[1] + x)));
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
