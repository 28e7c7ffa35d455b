// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.tensor.CachedArrays;
import org.vesalius.dataset.tensor.TensorCache;
import org.vesalius.dataset.tensor.TensorSpec;

/** Reading JPEG files of 256×256 pixels as tensors of 128×128×3, with an empty or a filled tensor cache. */
final class Decoding implements Subject {

    private static final int COUNT = 400;
    private static final int SIZE = 256;
    private static final TensorSpec SPEC = new TensorSpec(128, 128, 3);

    private final Path folder;
    private final Dataset dataset;
    private final boolean warm;
    private int blocks;

    /**
     * @param folder a folder for files and caches
     * @param warm whether the cache is filled
     */
    Decoding(Path folder, boolean warm) throws IOException {
        this.folder = folder;
        this.warm = warm;
        dataset = dataset(folder);
    }

    @Override
    public String name() {
        return "decoding, " + (warm ? "warm" : "cold") + " tensor cache";
    }

    @Override
    public double block() throws IOException {
        Path cache = folder.resolve(warm ? "warm" : "cold-" + blocks++);
        if (warm) {
            read(cache);
        }
        long start = System.nanoTime();
        read(cache);
        return COUNT * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private void read(Path cache) throws IOException {
        float[] image = new float[SPEC.length()];
        try (CachedArrays images = new TensorCache(cache, ColumnReaders.standard()).open(dataset,
                dataset.columns().get(0), SPEC.shape(), dataset.samples(), Progress.none())) {
            for (int i = 0; i < images.size(); i++) {
                images.read(i, image, 0);
            }
        }
    }

    private static Dataset dataset(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String file = i + ".jpg";
            if (!Files.exists(folder.resolve(file))) {
                ImageIO.write(image(i, SIZE), "jpg", folder.resolve(file).toFile());
            }
            samples.add(new Sample("s" + i, Map.of("image", file, "part", "train")));
        }
        return new Dataset(folder.resolve("data"), "decoding", folder, List.of(
                Column.image("image", "image", Map.of()), Column.text("part", ColumnRole.SUBSET)), samples);
    }

    /** Smooth shapes with some noise: compresses about like a radiograph. */
    static BufferedImage image(int number, int side) {
        Random random = new Random(number);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        double step = 0.02 + 0.04 * random.nextDouble();
        for (int i = 0; i < side * side; i++) {
            int grey = (int) (127 + 90 * Math.sin(step * (i % side)) * Math.cos(step * (i / side))
                    + 10 * random.nextDouble());
            image.setRGB(i % side, i / side, grey << 16 | grey << 8 | grey);
        }
        return image;
    }
}
