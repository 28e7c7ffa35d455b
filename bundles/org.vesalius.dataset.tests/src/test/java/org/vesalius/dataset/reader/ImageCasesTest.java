// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.TestData;
import org.vesalius.dataset.importer.ImageFolderImport;
import org.vesalius.dataset.importer.ImageFolderOptions;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.tensor.CachedArrays;
import org.vesalius.dataset.tensor.TensorCache;
import org.vesalius.dataset.tensor.TensorSpec;

/** Awkward images of the wild: each decodes to what Pillow reads, or is refused. */
class ImageCasesTest {
    private static final Pattern LINE =
            Pattern.compile("(\\S+)\t(\\d+)x(\\d+)\t(\\S+)\t.*min=(\\S+) max=(\\S+) mean=(\\S+)");
    /** What Pillow reads and this reader refuses, with the reason. */
    private static final Map<String, String> REFUSED = Map.of("c.jp2", "JPEG 2000", "c.webp", "WebP",
            "webp_as.jpg", "WebP", "lab.tif", "Lab colours", "multi.tif", "holds 4 pages; one is expected",
            "tiny1x1.png", "only 1×1", "wide.png", "only 3000×2");
    /** Pillow's values of these are indexes, or those of 8 of the 16 bits. */
    private static final Set<String> ONLY_SIZE = Set.of("palette.png", "cmykLzw.tif", "exif6.tif");
    private static final Set<String> BEYOND_PILLOW = Set.of("rgb12.tif", "double.tif");

    private final PictureReader reader = new PictureReader(new ImageFileReader());

    @Test
    void allAreReadAsPillowReadsThemOrRefused() throws IOException {
        Path folder = TestData.folder("image-cases");
        int read = 0;
        for (String line : Files.readAllLines(folder.resolve("pillow-9.4.tsv"))) {
            String name = line.substring(0, line.indexOf('\t'));
            Matcher pillow = LINE.matcher(line);
            if (pillow.matches() && !REFUSED.containsKey(name)) {
                assertLike(folder, pillow);
                read++;
            } else if (!BEYOND_PILLOW.contains(name)) {
                assertThatThrownBy(() -> reader.read(folder, name, Map.of())).as(name)
                        .isInstanceOf(UnreadableImageException.class)
                        .hasMessageContaining(REFUSED.getOrDefault(name, "")).message().doesNotContain(name);
            }
        }
        assertThat(read).isEqualTo(51);
    }

    private void assertLike(Path folder, Matcher pillow) throws IOException {
        String name = pillow.group(1);
        PixelImage image = reader.read(folder, name, Map.of());
        boolean lying = name.equals("exif6.tif");
        assertThat(List.of(image.width(), image.height())).as(name).isEqualTo(lying ? List.of(24, 32)
                : List.of(Integer.valueOf(pillow.group(2)), Integer.valueOf(pillow.group(3))));
        if (!ONLY_SIZE.contains(name)) {
            double mean = expected(name, pillow.group(4), Double.parseDouble(pillow.group(7)));
            assertThat(mean(image)).as(name).isCloseTo(mean, within(0.02));
        }
    }

    /** Pillow's mean brought to 0…255. */
    private static double expected(String name, String mode, double mean) {
        double tif12 = name.equals("grey12.tif") ? 4095 : 65_535;
        return switch (mode) {
            case "1" -> 255 * mean;
            case "I;16", "I" -> 255 * mean / tif12;
            case "F" -> 255 * (mean + 1000) / 4000;
            // without black, each of three inks is 255 less its colour; with black only, all three are
            case "CMYK" -> name.equals("cmykK.tif") ? 255 - 4 * mean : 255 - 4 * mean / 3;
            // these have pixels that are opaque to different degrees; the mean is that of the colours alone
            case "RGBA" -> name.equals("ga16.png") ? 127.4982 : 103.8611;
            case "LA" -> 105.7917;
            default -> name.equals("rgb16.png") ? 127.4982 : mean;
        };
    }

    private static double mean(PixelImage image) {
        double sum = 0;
        for (float value : image.values()) {
            sum += value;
        }
        return sum / image.values().length;
    }

    @Test
    void theSameImageInOtherFilesIsTheSame() throws IOException {
        Path folder = TestData.folder("image-cases");
        Map<String, String> twins = new HashMap<>(Map.of("nojfif_ids012.jpg", "nojfif444.jpg", "cmykLzw.tif", "big.tif",
                "tiled.tif", "big.tif", "planarrgb.tif", "big.tif", "lzw.tif", "c.ppm", "deflate.tif", "c.ppm",
                "cmyk.tif", "c.ppm", "badicc.png", "c.ppm", "exif6.tif", "exif6.png"));
        for (Map.Entry<String, String> twin : twins.entrySet()) {
            float[] one = reader.read(folder, twin.getKey(), Map.of()).values();
            float[] other = reader.read(folder, twin.getValue(), Map.of()).values();
            for (int i = 0; i < one.length; i++) {
                assertThat(one[i]).as(twin + ", value " + i).isCloseTo(other[i], within(1.01f));
            }
        }
    }

    @Test
    void twelveBitsAreKept() throws IOException {
        Path folder = TestData.folder("image-cases");

        float[] values = reader.read(folder, "grey12in16.tif", Map.of("white", "4095")).values();

        assertThat(reader.range(folder, "grey12in16.tif", Map.of()).greatest()).isEqualTo(4095);
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        assertThat(sum / values.length).isCloseTo(255 * 2047.0312 / 4095, within(1e-3));
    }

    @Test
    void allLevelsReachTheNetworkAlsoBesideImagesOf16Bits(@TempDir Path temp) throws IOException {
        Path folder = TestData.folder("image-cases");
        for (String name : List.of("grey12in16.tif", "grey16.png")) {
            Files.createDirectories(temp.resolve("images/a"));
            Files.createDirectories(temp.resolve("images/b"));
            Files.copy(folder.resolve(name), temp.resolve("images/a").resolve(name));
            Files.copy(folder.resolve(name), temp.resolve("images/b").resolve(name));
        }
        Dataset dataset = new ImageFolderImport(ColumnReaders.standard(), new ImageFolderOptions(temp.resolve("images"),
                temp.resolve("data"), "", Optional.empty(), SplitRule.parse("80/20/0"), 1)).run(Progress.none()).dataset();
        Column column = dataset.column("image").orElseThrow();
        TensorSpec spec = new TensorSpec(24, 32, 1);

        try (CachedArrays images = new TensorCache(temp.resolve("cache"), ColumnReaders.standard()).open(dataset, column,
                spec.shape(), dataset.samples(), Progress.none())) {
            for (int i = 0; i < 2; i++) {
                String name = dataset.samples().get(i).value(column);
                Set<Float> levels = new HashSet<>();
                float[] values = new float[spec.length()];
                images.read(i, values, 0);
                for (float value : values) {
                    levels.add(value);
                }
                Set<Float> stored = new HashSet<>();
                for (float value : reader.read(temp.resolve("images"), name, Map.of()).values()) {
                    stored.add(value);
                }
                assertThat(levels).as(name).hasSize(stored.size()).hasSize(32);
            }
        }
    }
}
