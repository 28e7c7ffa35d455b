// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.OutputFile;
import org.vesalius.dataset.Dataset;

/**
 * Loads and saves data sets. A data set is a folder with {@value #MANIFEST} (columns, their meaning and preprocessing)
 * and {@value #SAMPLES} (one row a sample).
 *
 * <p>Both files may come from anywhere: their sizes are bounded, and what they say is checked before it is believed.
 */
public final class DatasetFiles {
    /** The file that describes the columns. */
    public static final String MANIFEST = "dataset.json";

    /** The file that lists the samples. */
    public static final String SAMPLES = "samples.csv";

    /**
     * Loads a data set.
     *
     * @param path its folder, or the {@value #MANIFEST} in it
     * @throws ReportedException with file, line and remedy if something is missing or wrong, or if a patient stands in
     *         two parts
     */
    public Dataset load(Path path) {
        Path folder = folderOf(path.toAbsolutePath().normalize());
        Manifest manifest = new ManifestReader(folder.resolve(MANIFEST)).read();
        SampleTable table = new SampleTableReader(folder.resolve(SAMPLES), manifest.columns()).read();
        return new Dataset(folder, manifest.name(), root(folder, manifest), manifest.columns(), table.samples());
    }

    private static Path root(Path folder, Manifest manifest) {
        try {
            return folder.resolve(manifest.root());
        } catch (InvalidPathException e) {
            throw new InvalidFile(folder.resolve(MANIFEST)).because("'root' is no path: " + e.getReason() + ".",
                    "Name the folder that the pictures are in.");
        }
    }

    /**
     * Saves a data set into its folder, which is created if need be. Each file is replaced as a whole; the manifest
     * comes last, so a new data set is there completely or not at all.
     *
     * @throws ReportedException if the folder can't be written, or one of its files is a link or no file
     */
    public void save(Dataset dataset) {
        Path folder = dataset.folder();
        boolean isNew = !Files.isRegularFile(folder.resolve(MANIFEST));
        boolean madeFolder = !Files.exists(folder);
        try {
            new OutputFile(folder.resolve(SAMPLES)).requireReplaceable();
            new OutputFile(folder.resolve(MANIFEST)).requireReplaceable();
            Files.createDirectories(folder);
            new SampleTableWriter(folder.resolve(SAMPLES)).write(dataset);
            new ManifestWriter(folder.resolve(MANIFEST)).write(dataset);
        } catch (ReportedException e) {
            if (isNew) {
                discard(folder, madeFolder, e);
            }
            throw e;
        } catch (IOException e) {
            if (isNew) {
                discard(folder, madeFolder, e);
            }
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The data set can't be written.", folder,
                    "Check that the folder may be written and that the disk has space left.", e);
        }
    }

    private static void discard(Path folder, boolean madeFolder, Exception failure) {
        try {
            Files.deleteIfExists(folder.resolve(SAMPLES));
            if (madeFolder) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static Path folderOf(Path path) {
        if (Files.isRegularFile(path) && path.endsWith(MANIFEST)) {
            return path.getParent();
        }
        if (Files.isRegularFile(path.resolve(MANIFEST))) {
            return path;
        }
        throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no data set here: " + MANIFEST + " is missing.",
                path, "Give the folder that holds " + MANIFEST + ", or make one with 'dataset import images'.");
    }
}
