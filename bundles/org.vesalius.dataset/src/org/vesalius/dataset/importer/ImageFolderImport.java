// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Part;
import org.vesalius.dataset.PartCounts;
import org.vesalius.dataset.PatientLeak;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.DatasetChecks;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ImageReader;
import org.vesalius.dataset.reader.ImageReaders;
import org.vesalius.dataset.reader.UnreadableImageException;

/**
 * Makes a data set from a folder of pictures, one folder a category. The pictures stay where they are. Each is decoded
 * once, and those that can't be are listed in the data set with what is wrong with them.
 */
public final class ImageFolderImport {
    private static final Column IMAGE = Column.image("image", ImageFileReader.ID, Map.of());
    private static final Column PATIENT = Column.text("patient", ColumnRole.PATIENT);
    private static final Column PART = new Column("part", ColumnType.TEXT, ColumnRole.PART, "", Map.of(), List.of());
    private static final Column DEFECT = Column.text("defect", ColumnRole.DEFECT);

    private final ImageReaders readers;
    private final ImageFolderOptions options;

    /**
     * An import to be run.
     *
     * @param readers must hold the reader {@code image}
     * @param options what to import, and how
     */
    public ImageFolderImport(ImageReaders readers, ImageFolderOptions options) {
        this.readers = Objects.requireNonNull(readers, "readers");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Imports.
     *
     * @param progress is told how many pictures have been decoded
     * @throws ReportedException if the folder or an option is wrong, or the data set can't be written; nothing is left
     *         behind then
     * @throws java.util.concurrent.CancellationException if the progress was cancelled; likewise
     */
    public ImportReport run(Progress progress) {
        requireUsableTarget();
        FolderScan scan = new FolderScan(options.folder()).run();
        List<String> categories = categories(scan.images());
        List<Sample> samples = samples(scan.images());
        List<Column> columns = columns(categories);
        requireNoLeak(columns, samples, scan.images());
        Dataset found = new Dataset(options.out(), options.name(), options.folder(), columns, samples);
        List<Defect> defects = decode(found, progress);
        requireReadable(found, defects);
        Dataset dataset = withDefects(found, defects);
        new DatasetFiles().save(dataset);
        return new ImportReport(dataset, defects, PartCounts.of(dataset), scan.ignored(),
                new DatasetChecks(readers).check(dataset, progress));
    }

    private void requireUsableTarget() {
        Path out = options.out();
        if (Files.exists(out.resolve(DatasetFiles.MANIFEST))) {
            throw invalid("There is a data set in this folder already.", out,
                    "Choose another folder, or delete the data set that is there.");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw invalid("This is a file, not a folder.", out, "Choose a folder to write the data set to.");
        }
        if (out.startsWith(options.folder()) && !out.equals(options.folder())) {
            throw invalid("The data set can't be written among the pictures.", out,
                    "Choose a folder outside " + options.folder() + ", or that folder itself.");
        }
    }

    private List<String> categories(List<FoundImage> images) {
        List<String> categories = images.stream().map(FoundImage::category).distinct().sorted().toList();
        if (categories.size() < 2) {
            throw invalid("There is only one category, '" + categories.get(0) + "'.", options.folder(),
                    "Put the pictures of each category into a folder named after it; at least two are needed.");
        }
        return categories;
    }

    private List<Column> columns(List<String> categories) {
        List<Column> columns = new ArrayList<>(List.of(IMAGE, Column.label("class", categories)));
        if (options.patient().isPresent()) {
            columns.add(PATIENT);
        }
        columns.add(PART);
        columns.add(DEFECT);
        return columns;
    }

    private List<Sample> samples(List<FoundImage> images) {
        List<String> patients = options.patient()
                .map(pattern -> new PatientIds(options.folder(), pattern).of(images))
                .orElseGet(() -> images.stream().map(FoundImage::path).toList());
        List<Part> parts = new PartAssignment(options.folder(), options.split(), options.seed()).of(images, patients);
        int digits = Math.max(4, String.valueOf(images.size()).length());
        return IntStream.range(0, images.size()).mapToObj(i -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(IMAGE.name(), images.get(i).path());
            values.put("class", images.get(i).category());
            values.put(PATIENT.name(), patients.get(i));
            values.put(PART.name(), parts.get(i).text());
            return new Sample(String.format("s%0" + digits + "d", i + 1), values);
        }).toList();
    }

    private void requireNoLeak(List<Column> columns, List<Sample> samples, List<FoundImage> images) {
        PatientLeak.find(columns, samples).ifPresent(leak -> {
            String first = leak.first().value(IMAGE);
            String second = leak.second().value(IMAGE);
            throw invalid("The patient pattern finds the same patient in two parts: " + first + " and " + second + ".",
                    options.folder(), "Split by fractions, such as 70/15/15; or, if patients are numbered anew in each "
                            + "folder, take the folder's name into the pattern: (train|test)/.*/(…).");
        });
    }

    private List<Defect> decode(Dataset dataset, Progress progress) {
        ImageReader reader = readers.of(IMAGE);
        String[] reasons = new String[dataset.samples().size()];
        try {
            new ParallelWork(reasons.length, i -> reasons[i] = defect(reader, dataset, i))
                    .run("Decoding pictures", progress);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The pictures can't be read.", options.folder(),
                    "Check that the files may be read and the disk is sound.", e);
        }
        return IntStream.range(0, reasons.length).filter(i -> !reasons[i].isEmpty()).mapToObj(i -> {
            Sample sample = dataset.samples().get(i);
            return new Defect(sample.id(), sample.value(IMAGE), reasons[i]);
        }).toList();
    }

    private static String defect(ImageReader reader, Dataset dataset, int index) throws IOException {
        try {
            reader.read(dataset.root(), dataset.samples().get(index).value(IMAGE), IMAGE.options());
            return "";
        } catch (UnreadableImageException e) {
            return e.getMessage();
        }
    }

    private void requireReadable(Dataset dataset, List<Defect> defects) {
        Set<String> unreadable = defects.stream().map(Defect::sampleId).collect(Collectors.toSet());
        List<Sample> readable = dataset.samples().stream().filter(s -> !unreadable.contains(s.id())).toList();
        if (readable.stream().map(sample -> sample.value("class")).distinct().count() < 2) {
            Defect first = defects.get(0);
            throw invalid("Fewer than two categories have a picture that can be read: this one " + first.reason() + ".",
                    options.folder().resolve(first.value()), "Repair or replace the damaged files.");
        }
    }

    private static Dataset withDefects(Dataset dataset, List<Defect> defects) {
        Map<String, String> reasons = new LinkedHashMap<>();
        defects.forEach(defect -> reasons.put(defect.sampleId(), defect.reason()));
        List<Sample> samples = dataset.samples().stream().map(sample -> {
            Map<String, String> values = new LinkedHashMap<>(sample.values());
            values.put(DEFECT.name(), reasons.getOrDefault(sample.id(), ""));
            return new Sample(sample.id(), values);
        }).toList();
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), dataset.columns(), samples);
    }

    private static ReportedException invalid(String message, Path where, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }
}
