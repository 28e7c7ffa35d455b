// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.vesalius.dataset.reader.PictureReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;

class ChestPhantomTest {
    private static final Path NOWHERE = Path.of("nowhere");

    private final ChestPhantom reader = new ChestPhantom();

    @Test
    void theSameCaseIsTheSameImageToTheBit() throws IOException {
        PixelImage image = read("chest:patient=12,view=2,finding=opacity", Map.of("seed", "2026"));

        assertThat(image.height()).isEqualTo(128);
        assertThat(image.channels()).isEqualTo(1);
        assertThat(read("chest:patient=12,view=2,finding=opacity", Map.of("seed", "2026")).values())
                .isEqualTo(image.values());
        assertThat(hash(image)).isEqualTo("5bfecab9ced7ac6d1aaf8da4de6246065bab75b377aa033e8a24a309587ee54a");
    }

    private static String hash(PixelImage image) {
        ByteBuffer bytes = ByteBuffer.allocate(image.values().length * Float.BYTES);
        bytes.asFloatBuffer().put(image.values());
        return ContentHash.sha256(bytes.array());
    }

    @Test
    void patientViewFindingAndSeedEachChangeTheImage() throws IOException {
        float[] one = read("chest:patient=1,view=1,finding=clear", Map.of("seed", "1")).values();

        assertThat(read("chest:patient=2,view=1,finding=clear", Map.of("seed", "1")).values()).isNotEqualTo(one);
        assertThat(read("chest:patient=1,view=2,finding=clear", Map.of("seed", "1")).values()).isNotEqualTo(one);
        assertThat(read("chest:patient=1,view=1,finding=opacity", Map.of("seed", "1")).values()).isNotEqualTo(one);
        assertThat(read("chest:patient=1,view=1,finding=clear", Map.of("seed", "2")).values()).isNotEqualTo(one);
    }

    @Test
    void drawsInAnySize() throws IOException {
        assertThat(read("chest:patient=1,view=1,finding=clear", Map.of("size", "64")).width()).isEqualTo(64);
    }

    @Test
    void whatDescribesNoPhantomIsRefused() {
        for (String wrong : new String[] {"", "a.png", "chest:patient=1", "chest:patient=-1,view=1,finding=clear",
            "chest:patient=1,view=1,finding=broken", "chest:patient=99999999999,view=1,finding=clear"}) {
            assertThatThrownBy(() -> read(wrong, Map.of())).isInstanceOf(UnreadableImageException.class)
                    .hasMessageContaining("describes no chest phantom");
        }
        assertThatThrownBy(() -> read("chest:patient=1,view=1,finding=clear", Map.of("size", "100000")))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("32 to 1024");
        assertThatThrownBy(() -> read("chest:patient=1,view=1,finding=clear", Map.of("seed", "x")))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("whole numbers");
    }

    private PixelImage read(String value, Map<String, String> options) throws IOException {
        return new PictureReader(reader).read(NOWHERE, value, options);
    }

    @Test
    void casesAreWrittenAndRead() {
        PhantomCase shown = new PhantomCase(12, 2, Finding.OPACITY);

        assertThat(shown.text()).isEqualTo("chest:patient=12,view=2,finding=opacity");
        assertThat(PhantomCase.of(shown.text())).isEqualTo(Optional.of(shown));
    }

    @Test
    void theExampleHasAboutEightHundredBalancedViews() {
        Dataset example = ChestPhantomSet.example().in(NOWHERE);
        SubsetCounts counts = SubsetCounts.of(example);

        assertThat(example.samples()).hasSizeBetween(780, 820);
        assertThat(counts.samples(Subset.TRAIN)).isBetween(550, 570);
        assertThat(counts.samples(Subset.VALIDATION)).isBetween(115, 125);
        assertThat(counts.samples(Subset.TEST)).isBetween(115, 125);
        for (Subset subset : Subset.values()) {
            double ill = (double) counts.samples(subset, "opacity") / counts.samples(subset);
            assertThat(ill).isBetween(0.45, 0.55);
        }
    }
}
