// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.array.ArrayShapes;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.RequestedImport;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dicom.DicomReader;

/** Makes a data set of a folder of DICOM files, which stay where they are. */
final class DicomImport extends RequestedImport {
    private static final Column STUDY = Column.text("study", ColumnRole.NONE);
    private static final Column SERIES = Column.text("series", ColumnRole.NONE);
    private static final Column MODALITY = Column.text("modality", ColumnRole.NONE);
    private static final String CATEGORY = "class";

    DicomImport(ImportRequest request, ColumnReaders readers) {
        super(request, readers);
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        Found found = find(progress);
        List<Column> columns = columns(found, found.pixels(Map.of()));
        List<Sample> samples = samples(found, columns, new String[found.samples().size()]);
        return new DatasetPreview(new Dataset(request.out(), request.name(), request.source(), columns, samples),
                OptionalLong.of(samples.size()), found.files().passedOver(), remarks(found));
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        Found found = find(progress);
        List<String> remarks = new ArrayList<>(remarks(found));
        Column pixels = found.pixels(found.series() ? Map.of()
                : Map.of(DicomKind.WINDOW, request.text(DicomKind.WINDOW).orElse("file")));
        ReadPixels read = ReadPixels.of(readers.of(pixels), pixels, request.source(),
                found.samples().stream().map(SourceSample::value).toList(), progress);
        List<Column> columns = columns(found, found.series() ? volumes(pixels, read, remarks) : images(pixels, read, remarks));
        List<Sample> samples = samples(found, columns, read.defects());
        List<Defect> defects = IntStream.range(0, samples.size()).filter(i -> !read.defects()[i].isEmpty())
                .mapToObj(i -> new Defect(samples.get(i).id(), found.samples().get(i).value(), read.defects()[i])).toList();
        try {
            new SourceTables(found.samples(), samples).write(folder);
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
        return new ImportedData(new Dataset(folder.path(), request.name(), request.source(), columns, samples), defects,
                found.files().passedOver(), remarks);
    }

    private Column volumes(Column pixels, ReadPixels read, List<String> remarks) {
        ArrayShapes shapes = read.shapes();
        Map<String, String> options = new TreeMap<>(Map.of(Steps.TYPE, shapes.type().text()));
        String steps = shapes.steps(request.text(DicomKind.PREPROCESSING), remarks);
        if (!steps.isEmpty()) {
            options.put(Steps.OPTION, steps);
        }
        Column column = pixels.with(options);
        String words = Steps.of(column).words();
        remarks.add(0, "Values of the type " + shapes.type().text() + " get: " + (words.isEmpty() ? "no preprocessing" : words));
        return column;
    }

    private static Column images(Column pixels, ReadPixels read, List<String> remarks) {
        DepthRule rule = read.depth();
        remarks.addAll(rule.remarks());
        if (read.inverted() > 0) {
            remarks.add(English.quantity(read.inverted(), "image") + " of MONOCHROME1, whose least value is white, "
                    + (read.inverted() == 1 ? "is" : "are") + " turned round as it is read");
        }
        Map<String, String> options = new TreeMap<>(pixels.options());
        options.putAll(rule.options());
        return pixels.with(options);
    }

    /**
     * What samples are made of.
     *
     * @param files all that have pictures
     * @param series whether a sample is a series
     */
    private record Found(FoundFiles files, boolean series, List<SourceSample> samples) {

        Column pixels(Map<String, String> options) {
            return series ? new Column("volume", ColumnType.ARRAY, ColumnRole.INPUT, DicomReader.ID, options, List.of())
                    : Column.image("image", DicomReader.ID, options);
        }
    }

    private Found find(Progress progress) {
        Set<String> keywords = new LinkedHashSet<>(SourceTables.KEYWORDS);
        keywords.addAll(request.texts(DicomKind.HEADER));
        request.text(DicomKind.LABEL).ifPresent(keywords::add);
        FoundFiles files = FoundFiles.in(request, List.copyOf(keywords), progress);
        boolean series = series(files.files());
        return new Found(files, series, series ? SourceSample.series(files.files()) : SourceSample.images(files.files()));
    }

    private boolean series(List<FoundFiles.Header> files) {
        Optional<String> asked = request.text(DicomKind.SAMPLES);
        if (asked.isPresent() && !asked.get().equals(DicomKind.SERIES) && !asked.get().equals(DicomKind.IMAGES)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + asked.get() + "' is no kind of samples.",
                    "Write 'series' or 'images'.");
        }
        long distinct = files.stream().map(file -> file.text(SourceTables.SERIES)).distinct().count();
        boolean slices = files.stream().allMatch(file -> file.frames() == 1 && file.placed()
                && !file.text(SourceTables.SERIES).isEmpty());
        return asked.map(kind -> kind.equals(DicomKind.SERIES)).orElse(slices && distinct < files.size());
    }

    private List<String> remarks(Found found) {
        List<String> remarks = new ArrayList<>();
        remarks.add(English.quantity(found.files().files().size(), "file") + " with pictures make "
                + English.quantity(found.samples().size(), found.series() ? "volume" : "image"));
        long nameless = found.samples().stream().filter(sample -> sample.first().text(SourceTables.PATIENT).isEmpty()).count();
        if (nameless > 0) {
            remarks.add(English.quantity(nameless, "sample") + " without a patient id: each study of them counts as a patient's own");
        }
        long divided = divided(found);
        if (divided > 0) {
            remarks.add(divided + " of the series lie in several folders, and the slices of each folder make a volume: put all of "
                    + "a series into one folder if they belong together");
        }
        long curved = found.files().files().stream().filter(FoundFiles.Header::curved).count();
        if (curved > 0 && !found.series() && request.text(DicomKind.WINDOW).orElse("file").equals("file")) {
            remarks.add(English.quantity(curved, "image") + " to be shown by a table or a curve (VOI LUT), which isn't done: from "
                    + "black to white are all values there can be; '" + DicomKind.WINDOW + "' takes a centre and a width instead");
        }
        return remarks;
    }

    /** How many series become several volumes. */
    private static long divided(Found found) {
        return found.series() ? found.samples().stream().map(sample -> sample.first().text(SourceTables.SERIES))
                .filter(uid -> !uid.isEmpty()).collect(Collectors.groupingBy(uid -> uid, Collectors.counting())).values().stream()
                .filter(count -> count > 1).count() : 0;
    }

    private List<Column> columns(Found found, Column pixels) {
        List<Column> columns = new ArrayList<>(List.of(pixels));
        Optional<String> label = request.text(DicomKind.LABEL);
        if (label.isPresent()) {
            List<String> categories = values(found, label.get()).sorted().toList();
            if (categories.size() < 2) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The element '" + label.get() + "' has "
                        + (categories.isEmpty() ? "no value" : "one value only") + " in these files.", request.source(),
                        "Take an element that tells the samples apart.");
            }
            columns.add(Column.label(CATEGORY, categories));
        }
        columns.addAll(List.of(PATIENT, STUDY, SERIES, MODALITY));
        for (String keyword : request.texts(DicomKind.HEADER).stream().distinct().toList()) {
            boolean numbers = values(found, keyword).findAny().isPresent()
                    && values(found, keyword).allMatch(NumberText::isNumber);
            columns.add(numbers ? Column.number(keyword, ColumnRole.NONE, "") : Column.text(keyword, ColumnRole.NONE));
        }
        columns.addAll(List.of(SplitColumn.COLUMN, DEFECT));
        return columns;
    }

    private static Stream<String> values(Found found, String keyword) {
        return found.samples().stream().map(sample -> sample.first().text(keyword)).filter(text -> !text.isEmpty()).distinct();
    }

    private List<Sample> samples(Found found, List<Column> columns, String[] defects) {
        List<SourceSample> sources = found.samples();
        Optional<String> label = request.text(DicomKind.LABEL);
        List<String> patients = sources.stream().map(SourceSample::patient).toList();
        List<Subset> subsets = new SplitColumn(request).of(sources.stream().map(SourceSample::value).toList(),
                sources.stream().map(source -> Optional.<Subset>empty()).toList(), patients,
                sources.stream().map(source -> label.map(source.first()::text).orElse("")).toList());
        IntFunction<String> ids = DatasetImport.ids(sources.size());
        return IntStream.range(0, sources.size()).mapToObj(i -> {
            FoundFiles.Header header = sources.get(i).first();
            Map<String, String> values = new LinkedHashMap<>();
            values.put(columns.get(0).name(), sources.get(i).value());
            label.ifPresent(keyword -> values.put(CATEGORY, header.text(keyword)));
            values.put(PATIENT.name(), patients.get(i));
            values.put(STUDY.name(), header.text(SourceTables.STUDY));
            values.put(SERIES.name(), header.text(SourceTables.SERIES));
            values.put(MODALITY.name(), header.text(SourceTables.MODALITY));
            request.texts(DicomKind.HEADER).forEach(keyword -> values.put(keyword, header.text(keyword)));
            values.put(SplitColumn.COLUMN.name(), subsets.get(i).text());
            values.put(DEFECT.name(), defects[i] == null ? "" : defects[i]);
            return new Sample(ids.apply(i), values);
        }).toList();
    }
}
