// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.ImportKinds;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.reader.ColumnReaders;

/** The import of a folder of JPEG files of 224×224 pixels, each of which is decoded to find those that are damaged. */
final class Importing implements Subject {
    private static final int COUNT = 800;
    private static final int SIDE = 224;

    private final Path folder;
    private int blocks;

    /** @param folder a folder for images and data sets */
    Importing(Path folder) throws IOException {
        this.folder = folder;
        for (int i = 0; i < COUNT; i++) {
            Path category = Files.createDirectories(images().resolve(i % 2 == 0 ? "clear" : "opacity"));
            ImageIO.write(Decoding.image(i, SIDE), "jpg", category.resolve(i + ".jpg").toFile());
        }
    }

    /** The folder of the images. */
    Path images() {
        return folder.resolve("images");
    }

    @Override
    public String name() {
        return "import of a folder of images";
    }

    @Override
    public double block() {
        ColumnReaders readers = ColumnReaders.standard();
        Path out = folder.resolve("data-" + blocks++);
        ImportKind kind = new ImportKinds(readers).all().stream().filter(it -> it.id().equals("images")).findFirst()
                .orElseThrow();
        long start = System.nanoTime();
        new ImportRun(kind.of(new ImportRequest(List.of(images()), out, "images", Map.of())), out,
                readers).run(Progress.none());
        return COUNT * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }
}
