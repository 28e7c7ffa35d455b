// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.core.io.OutputFile;
import org.vesalius.dataset.Column;
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

    /** The file of the boxes that a data set was made of, if it was. */
    public static final String BOXES = "boxes.csv";

    /** The file that says where the images of a frozen data set are now, if the user said so. */
    private static final String PLACE = "place.txt";
    private static final int LONGEST_PATH_BYTES = 1 << 15;

    /**
     * Loads a data set.
     *
     * @param path its folder, or the {@value #MANIFEST} in it
     * @throws ReportedException with file, line and remedy if something is missing or wrong, or if a patient stands in
     *         two subsets
     */
    public Dataset load(Path path) {
        Path folder = folderOf(path.toAbsolutePath().normalize());
        Manifest manifest = new ManifestReader(folder.resolve(MANIFEST)).read();
        NumberedTable table = new SampleTableReader(folder.resolve(SAMPLES), manifest.columns()).read();
        Path root = new RootChoice(manifest.columns(), table.samples()).among(roots(folder, manifest));
        return new Dataset(folder, manifest.name(), root, manifest.columns(), table.samples(), manifest.split());
    }

    /**
     * The columns of a data set; the samples are not read.
     *
     * @param path its folder, or the {@value #MANIFEST} in it
     * @throws ReportedException if the manifest is missing or wrong
     */
    public List<Column> columns(Path path) {
        return new ManifestReader(folderOf(path.toAbsolutePath().normalize()).resolve(MANIFEST)).read().columns();
    }

    /**
     * Where the images of a data set are looked for, in this order. The first place that holds one of them is its root.
     *
     * @param folder the folder of the data set
     * @throws ReportedException if the manifest is missing or wrong
     */
    public List<Path> roots(Path folder) {
        return roots(folder, new ManifestReader(folder.resolve(MANIFEST)).read());
    }

    private static List<Path> roots(Path folder, Manifest manifest) {
        try {
            List<String> texts = new ArrayList<>(manifest.roots());
            if (Files.exists(folder.resolve(PLACE))) {
                texts.add(0, new BoundedText(folder.resolve(PLACE), LONGEST_PATH_BYTES).read().strip());
            }
            return texts.stream().map(text -> folder.resolve(text).normalize()).distinct().toList();
        } catch (InvalidPathException e) {
            throw new InvalidFile(folder.resolve(MANIFEST)).because("'root' is no path: " + e.getReason() + ".",
                    "Name the folder that the images are in.");
        }
    }

    /**
     * Where the data set is looked for that the copy in a run was made of, in this order.
     *
     * @param folder the folder of the copy
     * @return none if it is no copy, or that of an earlier version
     * @throws ReportedException if the manifest is missing or wrong
     */
    public List<Path> origins(Path folder) {
        try {
            return new ManifestReader(folder.resolve(MANIFEST)).read().origins().stream()
                    .map(text -> folder.resolve(text).normalize()).distinct().toList();
        } catch (InvalidPathException e) {
            throw new InvalidFile(folder.resolve(MANIFEST)).because("'origin' is no path: " + e.getReason() + ".",
                    "Name the folder of the data set that the copy was made of.");
        }
    }

    /**
     * Remembers where the images of a frozen data set are now; the frozen files stay as they are.
     *
     * @param folder the folder of the data set
     * @param root the folder that the images are in now
     * @throws ReportedException if there is no such folder, or it can't be written down
     */
    public void relocate(Path folder, Path root) {
        if (!Files.isDirectory(root)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no such folder of images.", root,
                    "Give the folder that the paths in samples.csv start from.");
        }
        try {
            new AtomicFile(folder.resolve(PLACE)).writeText(root.toAbsolutePath().normalize() + "\n");
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Saves a data set into its folder, which is created if need be. Each file is replaced as a whole; the manifest
     * comes last, so a new data set is there completely or not at all. Images in the same project, or without one in
     * the same tree of folders, are named relative to the data set, so that both move and are copied together.
     *
     * @throws ReportedException if the folder can't be written, or one of its files is a link or no file
     */
    public void save(Dataset dataset) {
        save(dataset, ProjectFolder.of(dataset.folder(), dataset.root()), Optional.empty());
    }

    /**
     * Saves a data set that stays as it is, while the files it names may move: images in the same project are found
     * after the project moved or was copied, others where they were, and both otherwise if they are not there. The same
     * holds for the data set that it is a copy of.
     *
     * @param origin the folder of that
     * @param project the project that the data set comes from
     * @throws ReportedException if the folder can't be written
     */
    public void freeze(Dataset dataset, Path origin, ProjectFolder project) {
        save(dataset, project, Optional.of(origin.toAbsolutePath().normalize()));
    }

    /**
     * Writes a new data set into another folder beside its own, which then takes the place of that.
     *
     * @param aside a folder that is there
     * @throws IOException if it can't be written
     */
    public void saveAside(Dataset dataset, Path aside) throws IOException {
        new SampleTableWriter(aside.resolve(SAMPLES)).write(dataset);
        new ManifestWriter(aside.resolve(MANIFEST)).write(dataset,
                ProjectFolder.of(dataset.folder(), dataset.root()), Optional.empty());
    }

    private static void save(Dataset dataset, ProjectFolder project, Optional<Path> origin) {
        Path folder = dataset.folder();
        boolean isNew = !Files.isRegularFile(folder.resolve(MANIFEST));
        boolean madeFolder = !Files.exists(folder);
        try {
            new OutputFile(folder.resolve(SAMPLES)).requireReplaceable();
            new OutputFile(folder.resolve(MANIFEST)).requireReplaceable();
            Files.createDirectories(folder);
            new SampleTableWriter(folder.resolve(SAMPLES)).write(dataset);
            new ManifestWriter(folder.resolve(MANIFEST)).write(dataset, project, origin);
        } catch (ReportedException e) {
            if (isNew) {
                discard(folder, madeFolder, e);
            }
            throw e;
        } catch (IOException e) {
            if (isNew) {
                discard(folder, madeFolder, e);
            }
            throw unwritable(folder, e);
        }
    }

    private static ReportedException unwritable(Path folder, IOException cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT, "The data set can't be written.", folder,
                "Check that the folder may be written and that the disk has space left.", cause);
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
                path, "Give the folder that holds " + MANIFEST + ", or make one of a folder of images: New > Data Set in the window, "
                        + "'dataset import images' on the command line.");
    }
}
