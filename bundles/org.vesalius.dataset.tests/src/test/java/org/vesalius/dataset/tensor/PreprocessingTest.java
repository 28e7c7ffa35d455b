// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vesalius.dataset.pixel.PixelImage;

class PreprocessingTest {

    @Test
    void shrinkingByTwoAveragesUnderATriangle() {
        PixelImage row = new PixelImage(1, 4, 1, new float[] {0, 100, 200, 60});

        PixelImage half = new Preprocessing(new TensorSpec(1, 2, 1)).apply(row);

        // weights 3/4, 3/4, 1/4 over their sum 7/4, and mirrored
        assertThat(half.values()[0]).isCloseTo((3 * 0 + 3 * 100 + 200) / 7f, within(1e-4f));
        assertThat(half.values()[1]).isCloseTo((100 + 3 * 200 + 3 * 60) / 7f, within(1e-4f));
    }

    @Test
    void growingIsBilinear() {
        PixelImage row = new PixelImage(1, 2, 1, new float[] {0, 100});

        PixelImage wide = new Preprocessing(new TensorSpec(1, 4, 1)).apply(row);

        assertThat(wide.values()).containsExactly(new float[] {0, 25, 75, 100}, within(1e-4f));
    }

    /** PyTorch 1.13: interpolate(mode="bilinear", antialias=True, align_corners=False). */
    @Test
    void equalsPyTorch() {
        assertResized(3, 4, new float[] {10.932f, 34.4971f, 62.36f, 85.9252f, 43.1587f, 78.9511f, 121.2711f, 157.0635f,
            107.1633f, 155.1829f, 182.7028f, 120.6599f});
        assertResized(2, 2, new float[] {40.556f, 91.6258f, 112.37f, 150.1374f});
        assertResized(5, 3, new float[] {11.1429f, 39, 66.8571f, 22.4286f, 61, 99.5714f, 47.7143f, 97, 146.2857f, 87,
            147, 207, 140.2857f, 195.9412f, 80.5714f});
    }

    private static void assertResized(int height, int width, float[] expected) {
        float[] values = new float[35];
        for (int i = 0; i < 35; i++) {
            int row = i / 7;
            int column = i % 7;
            values[i] = (7 * row * row + 13 * column + 5 * row * column) % 256;
        }
        PixelImage image = new PixelImage(5, 7, 1, values);

        PixelImage resized = new Preprocessing(new TensorSpec(height, width, 1)).apply(image);

        assertThat(resized.values()).containsExactly(expected, within(2e-3f));
    }

    @Test
    void colorBecomesGreyAsInBt601() {
        PixelImage color = new PixelImage(1, 2, 3, new float[] {255, 0, 0, 10, 20, 30});

        PixelImage grey = new Preprocessing(new TensorSpec(1, 2, 1)).apply(color);

        assertThat(grey.values()).containsExactly(new float[] {76.245f, 2.99f + 11.74f + 3.42f}, within(1e-4f));
    }

    @Test
    void greyBecomesColorByRepeatingAndChannelsStayTogether() {
        PixelImage grey = new PixelImage(2, 1, 1, new float[] {5, 7});
        PixelImage color = new PixelImage(1, 2, 3, new float[] {0, 10, 20, 100, 110, 120});

        assertThat(new Preprocessing(new TensorSpec(2, 1, 3)).apply(grey).values()).containsExactly(5, 5, 5, 7, 7, 7);
        assertThat(new Preprocessing(new TensorSpec(1, 1, 3)).apply(color).values()).containsExactly(50, 60, 70);
    }

    @Test
    void theSameSizeChangesNothing() {
        PixelImage image = new PixelImage(2, 2, 1, new float[] {1, 2, 3, 4});

        assertThat(new Preprocessing(new TensorSpec(2, 2, 1)).apply(image)).isSameAs(image);
    }
}
