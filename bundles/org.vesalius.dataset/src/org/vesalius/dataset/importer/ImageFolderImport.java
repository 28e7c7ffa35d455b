// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
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
import org.vesalius.dataset.PatientLeak;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;
import org.vesalius.dataset.importer.kind.SplitRule;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.PictureReader;

/**
 * Makes a data set from a folder of images, one folder a category. The images stay where they are. Each is decoded
 * once, and those that can't be are listed in the data set with what is wrong with them.
 */
public final class ImageFolderImport implements DatasetImport {
    private static final Column IMAGE = Column.image("image", ImageFileReader.ID, Map.of());
    private static final Column PATIENT = Column.text("patient", ColumnRole.PATIENT);
    private static final Column SUBSET =
            new Column("part", ColumnType.TEXT, ColumnRole.SUBSET, "", Map.of(), List.of());
    private static final Column DEFECT = Column.text("defect", ColumnRole.DEFECT);

    private final ColumnReaders readers;
    private final ImageFolderOptions options;

    /**
     * An import to be run.
     *
     * @param readers must hold the reader {@code image}
     * @param options what to import, and how
     */
    public ImageFolderImport(ColumnReaders readers, ImageFolderOptions options) {
        this.readers = Objects.requireNonNull(readers, "readers");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Imports into the folder that the options name.
     *
     * @param progress is told how many images have been decoded
     * @throws ReportedException if the folder or an option is wrong, memory does not suffice for an image, or the data
     *         set can't be written; nothing is left behind then
     * @throws java.util.concurrent.CancellationException if the progress was cancelled; likewise
     */
    public ImportReport run(Progress progress) {
        return new ImportRun(this, options.out(), readers).run(progress);
    }

    @Override
    public List<Path> sources() {
        return List.of(options.folder());
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        FoundSamples found = find(progress);
        return new DatasetPreview(found.dataset(), OptionalLong.of(found.dataset().samples().size()), found.passedOver(),
                found.remarks());
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        FoundSamples found = find(progress);
        List<String> remarks = new ArrayList<>(found.remarks());
        List<Defect> defects = new ArrayList<>();
        Dataset dataset = decoded(found.dataset(), progress, defects, remarks);
        return new ImportedData(dataset, defects, found.passedOver(), remarks);
    }

    private FoundSamples find(Progress progress) {
        FolderScan scan = new FolderScan(options.folder(), progress).run();
        JoinedCategories joined = options.joinCategories() ? JoinedCategories.of(scan.images())
                : new JoinedCategories(scan.images(), List.of());
        List<FoundImage> images = joined.images();
        List<Column> columns = columns(categories(images));
        List<Sample> samples = samples(images);
        requireNoLeak(columns, samples, images);
        List<String> remarks = new ArrayList<>(joined.remarks());
        pooled(scan.images()).ifPresent(remarks::add);
        return new FoundSamples(new Dataset(options.out(), options.name(), options.folder(), columns, samples),
                scan.passedOver(), remarks);
    }

    /** That folders named like subsets don't become the subsets, which is seldom what their maker meant. */
    private Optional<String> pooled(List<FoundImage> images) {
        List<String> folders = images.stream().filter(image -> image.subset().isPresent())
                .map(image -> "'" + image.path().substring(0, image.path().indexOf('/')) + "'").distinct().toList();
        if (folders.isEmpty() || options.split() instanceof SplitRule.Folders) {
            return Optional.empty();
        }
        return Optional.of("The images of the folders " + String.join(", ", folders) + " were pooled and split anew; "
                + "the split 'folders' keeps these folders as the subsets");
    }

    /** With what decoding found: defects, and what is black and white. */
    private Dataset decoded(Dataset found, Progress progress, List<Defect> defects, List<String> remarks) {
        StoredRange[] ranges = new StoredRange[found.samples().size()];
        defects.addAll(decode(found, ranges, progress));
        requireReadable(found, defects);
        DepthRule depth = new DepthRule(Arrays.asList(ranges));
        remarks.addAll(depth.remarks());
        List<Column> columns = new ArrayList<>(found.columns());
        columns.set(0, Column.image(IMAGE.name(), IMAGE.reader(), depth.options()));
        return new Dataset(found.folder(), found.name(), found.root(), columns, withDefects(found, defects));
    }

    private List<String> categories(List<FoundImage> images) {
        List<String> categories = images.stream().map(FoundImage::category).distinct().sorted(new PathOrder()).toList();
        if (categories.size() < 2) {
            throw invalid("There is only one category, '" + categories.get(0) + "'.", options.folder(),
                    "Put the images of each category into a folder named after it; at least two are needed.");
        }
        return categories;
    }

    private List<Column> columns(List<String> categories) {
        List<Column> columns = new ArrayList<>(List.of(IMAGE, Column.label("class", categories)));
        if (options.patient().isPresent()) {
            columns.add(PATIENT);
        }
        columns.add(SUBSET);
        columns.add(DEFECT);
        return columns;
    }

    private List<Sample> samples(List<FoundImage> images) {
        List<String> patients = options.patient()
                .map(pattern -> new PatientIds(options.folder(), pattern).of(images))
                .orElseGet(() -> images.stream().map(FoundImage::path).toList());
        List<Subset> subsets = options.listed().map(list -> list.of(images.stream().map(FoundImage::path).toList(),
                images.stream().map(FoundImage::subset).toList(), patients, images.stream().map(FoundImage::category).toList()))
                .orElseGet(() -> new SubsetAssignment(options.folder(), options.split(), options.seed()).of(images, patients));
        IntFunction<String> ids = DatasetImport.ids(images.size());
        return IntStream.range(0, images.size()).mapToObj(i -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(IMAGE.name(), images.get(i).path());
            values.put("class", images.get(i).category());
            options.patient().ifPresent(pattern -> values.put(PATIENT.name(), patients.get(i)));
            values.put(SUBSET.name(), subsets.get(i).text());
            return new Sample(ids.apply(i), values);
        }).toList();
    }

    private void requireNoLeak(List<Column> columns, List<Sample> samples, List<FoundImage> images) {
        PatientLeak.find(columns, samples).ifPresent(leak -> {
            throw invalid("The patient pattern finds the same patient in two subsets: "
                    + place(images, samples.indexOf(leak.first())) + " and "
                    + place(images, samples.indexOf(leak.second())) + ", counted in the order of names.",
                    options.folder(), "Split by fractions, such as 70/15/15; or, if patients are numbered anew in each "
                            + "folder, take the folder's name into the pattern: (train|test)/.*/(…).");
        });
    }

    /** Where the user finds an image, without its path, which may tell the patient. */
    private static String place(List<FoundImage> images, int index) {
        FoundImage image = images.get(index);
        long before = images.subList(0, index).stream().filter(
                other -> other.subset().equals(image.subset()) && other.category().equals(image.category())).count();
        String subset = image.subset().map(p -> p.text() + ", ").orElse("");
        return "image " + (before + 1) + " of " + subset + image.category();
    }

    private List<Defect> decode(Dataset dataset, StoredRange[] ranges, Progress progress) {
        ColumnReader reader = readers.of(IMAGE);
        String[] reasons = new String[ranges.length];
        try {
            new ParallelWork(reasons.length, i -> reasons[i] = defect(reader, dataset, ranges, i))
                    .by("reader '" + reader.id() + "'").run("Decoding images", progress);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The images can't be read.", options.folder(),
                    "Check that the files may be read and the disk is sound.", e);
        }
        return IntStream.range(0, reasons.length).filter(i -> !reasons[i].isEmpty()).mapToObj(i -> {
            Sample sample = dataset.samples().get(i);
            return new Defect(sample.id(), sample.value(IMAGE), reasons[i]);
        }).toList();
    }

    private static String defect(ColumnReader reader, Dataset dataset, StoredRange[] ranges, int index)
            throws IOException {
        try {
            String value = dataset.samples().get(index).value(IMAGE);
            ranges[index] = new PictureReader(reader).range(dataset.root(), value, IMAGE.options());
            return "";
        } catch (UnreadableImageException e) {
            return e.getMessage();
        }
    }

    private void requireReadable(Dataset dataset, List<Defect> defects) {
        Set<String> unreadable = defects.stream().map(Defect::sampleId).collect(Collectors.toSet());
        List<Sample> readable = dataset.samples().stream().filter(s -> !unreadable.contains(s.id())).toList();
        if (readable.stream().map(sample -> sample.value("class")).distinct().count() < 2) {
            // no path of an image, which may tell the patient
            throw invalid("Fewer than two categories have an image that can be read; " + defects.size() + " of "
                    + dataset.samples().size() + " can't be, and the first of these " + defects.get(0).reason() + ".",
                    options.folder(), "Repair or replace the damaged files.");
        }
    }

    private static List<Sample> withDefects(Dataset dataset, List<Defect> defects) {
        Map<String, String> reasons = new LinkedHashMap<>();
        defects.forEach(defect -> reasons.put(defect.sampleId(), defect.reason()));
        return dataset.samples().stream().map(sample -> {
            Map<String, String> values = new LinkedHashMap<>(sample.values());
            values.put(DEFECT.name(), reasons.getOrDefault(sample.id(), ""));
            return new Sample(sample.id(), values);
        }).toList();
    }

    private static ReportedException invalid(String message, Path where, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, where, remedy);
    }
}

/** What lies in a folder of images, none of them decoded yet. */
record FoundSamples(Dataset dataset, List<PassedOver> passedOver, List<String> remarks) {
}
