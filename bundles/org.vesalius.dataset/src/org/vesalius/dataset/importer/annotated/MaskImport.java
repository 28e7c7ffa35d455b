// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.PathPatients;
import org.vesalius.dataset.importer.kind.RequestedImport;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.kind.SubsetFolder;
import org.vesalius.dataset.importer.kind.UnmarkedOption;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.mask.MaskReader;

/** Makes a data set of images with masks, all of which stay where they are. */
final class MaskImport extends RequestedImport {
    private static final String IMAGE = "image";
    private static final String MASK = "mask";

    MaskImport(ImportRequest request, ColumnReaders readers) {
        super(request, readers);
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        FoundPictures found = FoundPictures.in(request, progress);
        int looked = Math.min(DatasetPreview.SHOWN, found.masks().size());
        Made made = made(found, looked, progress);
        if (looked < found.masks().size()) {
            made.remarks().add("Told from the first " + English.quantity(looked, "image"));
        }
        return new DatasetPreview(dataset(made, request.out()), OptionalLong.of(made.samples().size()), found.passedOver(),
                made.remarks());
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        FoundPictures found = FoundPictures.in(request, progress);
        Made made = made(found, found.masks().size(), progress);
        List<Defect> defects = made.samples().stream().filter(sample -> !sample.value(DEFECT).isEmpty())
                .map(sample -> new Defect(sample.id(), sample.value(IMAGE), sample.value(DEFECT))).toList();
        return new ImportedData(dataset(made, folder.path()), defects, found.passedOver(), made.remarks());
    }

    private Dataset dataset(Made made, Path folder) {
        return new Dataset(folder, request.name(), request.source(), made.columns(), made.samples());
    }

    /** What the data set will hold. */
    private record Made(List<Column> columns, List<Sample> samples, List<String> remarks) {
    }

    private Made made(FoundPictures found, int looked, Progress progress) {
        List<String> remarks = new ArrayList<>(List.of(found.patterns().words()));
        ColumnReader reader = readers.of(Column.image(IMAGE, ImageFileReader.ID, Map.of()));
        ReadPictures read = ReadPictures.of(reader, request.source(), found.images(), found.masks(), looked,
                progress);
        MaskCategories categories = MaskCategories.of(request, found.patterns().categories(), read,
                looked == found.masks().size(), lossy(found));
        remarks.addAll(categories.remarks());
        read.sizes().ifPresent(remarks::add);
        tellUnited(found, remarks);
        List<Column> columns = new ArrayList<>(List.of(image(read, remarks), mask(categories)));
        columns.addAll(List.of(PATIENT, SplitColumn.COLUMN, DEFECT));
        if (UnmarkedOption.isGiven(request)) {
            UnmarkedOption.remark(found.masks().values().stream().filter(List::isEmpty).count(), "image").ifPresent(remarks::add);
        }
        return new Made(columns, samples(found, categories, read), remarks);
    }

    private static boolean lossy(FoundPictures found) {
        return found.masks().values().stream().flatMap(List::stream)
                .anyMatch(mask -> mask.path().toLowerCase(Locale.ROOT).matches("(?s).*\\.jpe?g"));
    }

    private static void tellUnited(FoundPictures found, List<String> remarks) {
        long several = found.masks().values().stream().filter(masks -> masks.size() > 1).count();
        if (several > 0) {
            remarks.add(English.quantity(several, "image") + (several == 1 ? " has" : " have") + " several masks, which are united");
        }
    }

    /** Images of any size as pictures, or arrays after the steps that were asked for. */
    private Column image(ReadPictures read, List<String> remarks) {
        Optional<String> steps = request.text("preprocessing");
        if (steps.isPresent()) {
            return prepared(new Column(IMAGE, ColumnType.ARRAY, ColumnRole.INPUT, ImageFileReader.ID, Map.of(), List.of()),
                    read.type(), steps.get());
        }
        DepthRule depth = new DepthRule(read.ranges());
        remarks.addAll(depth.remarks());
        return Column.image(IMAGE, ImageFileReader.ID, depth.options());
    }

    private Column mask(MaskCategories categories) {
        Map<String, String> options = new TreeMap<>(Map.of(MaskReader.LEVELS, categories.levels().toString(),
                MaskReader.COUNT, Integer.toString(categories.names().size())));
        Optional<String> steps = request.text("preprocessing");
        Column column = new Column(MASK, steps.isPresent() ? ColumnType.ARRAY : ColumnType.IMAGE, ColumnRole.LABEL,
                MaskReader.ID, options, categories.names());
        return steps.map(text -> prepared(column, ElementType.U8, Steps.ofMasks(text))).orElse(column);
    }

    private static Column prepared(Column column, ElementType type, String steps) {
        Map<String, String> options = new TreeMap<>(column.options());
        options.put(Steps.TYPE, type.text());
        if (!steps.isEmpty() && !steps.equals("none")) {
            options.put(Steps.OPTION, steps);
        }
        Column prepared = column.with(options);
        // a step that is wrong is told now and not when training begins
        Steps.of(prepared);
        return prepared;
    }

    private List<Sample> samples(FoundPictures found, MaskCategories categories, ReadPictures read) {
        List<String> images = found.images();
        List<String> patients = new PathPatients(request).of(images);
        List<Optional<Subset>> given = images.stream()
                .map(image -> SubsetFolder.of(image.substring(0, Math.max(0, image.indexOf('/'))))).toList();
        List<Subset> subsets = new SplitColumn(request).of(images, given, patients, images.stream().map(image -> "").toList());
        IntFunction<String> ids = DatasetImport.ids(images.size());
        return IntStream.range(0, images.size()).mapToObj(i -> {
            List<FoundMask> masks = found.masks().getOrDefault(images.get(i), List.of());
            String defect = i < read.defects().length ? read.defects()[i] : "";
            boolean unmarked = masks.isEmpty() && UnmarkedOption.isGiven(request);
            Map<String, String> values = new LinkedHashMap<>();
            values.put(IMAGE, images.get(i));
            values.put(MASK, unmarked ? read.unmarked(i) : value(masks, categories));
            values.put(PATIENT.name(), patients.get(i));
            values.put(SplitColumn.COLUMN.name(), subsets.get(i).text());
            values.put(DEFECT.name(), defect.isEmpty() && masks.isEmpty() && !unmarked ? "has no mask" : defect);
            return new Sample(ids.apply(i), values);
        }).toList();
    }

    private static String value(List<FoundMask> masks, MaskCategories categories) {
        return masks.stream().map(mask -> mask.category().map(name -> categories.names().indexOf(name) + ":").orElse("")
                + mask.path()).collect(Collectors.joining(MaskReader.SEPARATOR));
    }
}
