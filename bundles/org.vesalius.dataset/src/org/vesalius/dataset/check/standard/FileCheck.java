// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.pixel.ValueOptions;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.FileStamp;
import org.vesalius.dataset.reader.PictureReader;

/** A check of the files of a data set. */
sealed interface FileCheck extends DatasetCheck {
}

/** Whether images are missing or empty by now that could be read at import. No image is opened. */
final class MissingCheck implements FileCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        List<Defect> absent = new AbsentImages(data.readers()).find(dataset, data.files(), progress).values().stream()
                .flatMap(List::stream).toList();
        if (absent.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.missing", absent.get(0).sampleId(),
                "The images of " + absent.size() + " of " + dataset.samples().size()
                        + " samples can no longer be read: " + new Defects(absent).text() + ".",
                "samples.csv names the file of each. Bring them back, or have training leave such samples out."));
    }
}

/**
 * Whether files that were written since the data set was can be read, whatever time they were given: those are read
 * once, and again when they change. What was found about others at import is taken for true.
 */
final class ChangedFileCheck implements FileCheck {
    private static final String READABLE = "+";
    private static final String UNREADABLE = "-";

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        Optional<FileStamp> samples = stamp(dataset.folder().resolve(DatasetFiles.SAMPLES));
        if (samples.isEmpty() || !Files.isDirectory(dataset.root())) {
            return List.of();
        }
        FileStamp written = samples.get();
        return dataset.columns().stream().filter(column -> column.type().read() && data.readers().has(column.reader()))
                .flatMap(column -> check(data, column, written, progress).stream()).toList();
    }

    private static List<Problem> check(CheckedDataset data, Column column, FileStamp written, Progress progress) {
        Dataset dataset = data.dataset();
        ColumnReader reader = data.readers().of(column);
        List<Sample> changed = dataset.samples().stream().filter(sample -> dataset.defect(sample).isEmpty()
                && changed(data, reader, sample.value(column), written)).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Optional<String>> found = data.look(column, changed,
                new CheckedDataset.Look("readable", (root, value, options) -> read(reader, root, value, options)),
                "Reading files that changed since the import", progress);
        List<Defect> damaged = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            Sample sample = changed.get(i);
            found.get(i).filter(text -> text.startsWith(UNREADABLE)).ifPresent(text -> damaged.add(
                    new Defect(sample.id(), sample.value(column), text.substring(UNREADABLE.length()))));
        }
        return damaged.isEmpty() ? List.of() : List.of(Problem.warning("dataset.damaged", damaged.get(0).sampleId(),
                "The files of " + damaged.size() + " of " + dataset.samples().size()
                        + " samples changed since the import and can't be read: " + new Defects(damaged).text() + ".",
                "samples.csv names the file of each. Repair or replace them, or have training leave such samples out."));
    }

    private static boolean changed(CheckedDataset data, ColumnReader reader, String value, FileStamp written) {
        Path root = data.dataset().root();
        try {
            List<FileStamp> ordinary = data.files().ordinary(reader, value);
            if (!ordinary.isEmpty()) {
                return ordinary.stream().anyMatch(stamp -> stamp.isLaterThan(written));
            }
            reader.requirePresent(root, value);
            return reader.files(root, value).stream()
                    .anyMatch(file -> stamp(file).filter(stamp -> stamp.isLaterThan(written)).isPresent());
        } catch (IOException e) {
            // what is missing or empty another check tells
            return false;
        }
    }

    /** Empty for what is missing. */
    private static Optional<FileStamp> stamp(Path file) {
        try {
            return Optional.of(FileStamp.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String read(ColumnReader reader, Path root, String value, Map<String, String> options)
            throws IOException {
        try {
            return reader.read(root, value, options, array -> READABLE);
        } catch (UnreadableImageException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            return UNREADABLE + e.getMessage().replaceAll("\\s+", " ");
        }
    }
}

/**
 * Whether it is said what is black and white in deep images. Imports find that out; those of earlier versions did not,
 * and nothing is known of it after options were removed. One file of each kind is looked into.
 */
final class DepthCheck implements FileCheck {
    private static final Pattern EXTENSION = Pattern.compile("[a-z][a-z0-9]{0,4}");
    private static final List<String> OPTIONS = List.of(ValueOptions.DEPTH, ValueOptions.WHITE, ValueOptions.LOW);

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        return dataset.columns().stream()
                .filter(column -> column.type() == ColumnType.IMAGE && column.role() == ColumnRole.INPUT
                        && OPTIONS.stream().noneMatch(column.options()::containsKey) && data.readers().has(column.reader())
                        && data.readers().of(column).readsFiles())
                .flatMap(column -> check(data, column, progress).stream()).toList();
    }

    private static Optional<Problem> check(CheckedDataset data, Column column, Progress progress) {
        Dataset dataset = data.dataset();
        Map<String, Sample> firstOfKind = new TreeMap<>();
        dataset.samples().stream().filter(sample -> dataset.defect(sample).isEmpty()).forEach(
                sample -> firstOfKind.putIfAbsent(kind(sample.value(column)), sample));
        ColumnReader reader = data.readers().of(column);
        Set<String> scales = data.look(column, List.copyOf(firstOfKind.values()),
                new CheckedDataset.Look("scale", (root, value, options) -> new PictureReader(reader)
                        .range(root, value, options).scale().name()),
                "Looking for what is black and white", progress).stream().flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return words(scales).map(words -> Problem.warning("dataset.depth", column.name(), "The images of '" + column.name()
                + "' have more than 8 bits, and the data set doesn't say what is black and white in them: " + words
                + ", and 8 bits of each value are kept.",
                "Import the images again, which finds it out, or write it into"
                        + " the options of the column in dataset.json: 'depth' (16), and 'white', or 'low' and 'high'."));
    }

    /** The extension; what only looks like one, such as the end of a UID or a place in a file of arrays, is none. */
    private static String kind(String value) {
        String end = value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return EXTENSION.matcher(end).matches() ? end : "";
    }

    /** What images become without a word of the data set; those with a scale of their own lose nothing but bits. */
    private static Optional<String> words(Set<String> scales) {
        if (scales.contains(StoredRange.Scale.OPEN.name())) {
            return Optional.of("floating-point numbers are stretched image by image, others over all that their type holds");
        }
        return scales.contains(StoredRange.Scale.DEEP.name()) ? Optional.of("65535 is taken for white") : Optional.empty();
    }
}

/** Whether samples were found unreadable at import. */
final class UnreadableCheck implements FileCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        List<Defect> defects = dataset.defects();
        if (defects.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.unreadable", defects.get(0).sampleId(),
                defects.size() + " of " + dataset.samples().size() + " samples can't be read: "
                        + new Defects(defects).text() + ".",
                "samples.csv names the file of each. Repair the files and import again, or have training leave them "
                        + "out."));
    }
}

/** Whether there is a reader for each image column. */
final class ReaderCheck implements FileCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        return dataset.columns().stream()
                .filter(column -> column.type().read() && !data.readers().has(column.reader()))
                .map(column -> Problem.error("dataset.reader-missing", column.name(),
                        "Column '" + column.name() + "' needs the reader '" + column.reader()
                                + "', which is not installed.",
                        "Readers turn the values of image columns into images. Install the plug-in that brings this "
                                + "one, or change the column in dataset.json."))
                .toList();
    }
}

/** Whether the folder that the samples' paths start from is there. */
final class RootCheck implements FileCheck {

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        boolean files = dataset.columns().stream().anyMatch(column -> !column.reader().isEmpty());
        if (!files || Files.isDirectory(dataset.root())) {
            return List.of();
        }
        return List.of(Problem.error("dataset.root-missing", "",
                "The folder of the images is missing: " + dataset.root() + ".",
                "It may have been moved or not be mounted. Bring it back, or change \"root\" in dataset.json."));
    }
}
