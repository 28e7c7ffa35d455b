// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
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
import org.vesalius.dataset.importer.kind.UnmarkedOption;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReaders;

/** Makes a data set of a folder of NIfTI volumes or of stacks, which stay where they are. */
final class NiftiImport extends RequestedImport {
    private static final String VOLUME = "volume";
    private static final String MASK = "mask";
    private static final String CATEGORY = "class";

    NiftiImport(ImportRequest request, ColumnReaders readers) {
        super(request, readers);
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        FoundVolumes found = FoundVolumes.in(request, progress);
        List<Column> columns = new ArrayList<>(List.of(found.column(VOLUME, ColumnRole.INPUT)));
        truth(found, List.of()).ifPresent(columns::add);
        columns.addAll(List.of(PATIENT, SplitColumn.COLUMN, DEFECT));
        List<Sample> samples = samples(found, new String[found.volumes().size()]);
        return new DatasetPreview(new Dataset(request.out(), request.name(), request.source(), columns, samples),
                OptionalLong.of(samples.size()), found.passedOver(), List.of());
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        FoundVolumes found = FoundVolumes.in(request, progress);
        ReadVolumes read = ReadVolumes.of(readers, request.source(), found, progress);
        List<String> remarks = new ArrayList<>(read.remarks(found.stacks()));
        ArrayShapes shapes = read.shapes();
        String steps = shapes.steps(request.text("preprocessing"), remarks);
        Column volume = found.column(VOLUME, ColumnRole.INPUT);
        Map<String, String> options = new TreeMap<>(volume.options());
        options.put(Steps.TYPE, shapes.type().text());
        if (!steps.isEmpty()) {
            options.put(Steps.OPTION, steps);
        }
        List<Column> columns = new ArrayList<>(List.of(volume.with(options)));
        remarks.add(0, "Values of the type " + shapes.type().text() + " get: " + words(columns.get(0)));
        UnmarkedOption.remark(found.unmarked(), "volume").ifPresent(remarks::add);
        List<Integer> levels = withBackground(read.levels(), remarks);
        truth(found, levels).map(column -> column.name().equals(MASK) ? masked(column, steps, levels) : column)
                .ifPresent(columns::add);
        columns.addAll(List.of(PATIENT, SplitColumn.COLUMN, DEFECT));
        List<Sample> samples = samples(found, read.defects());
        List<Defect> defects = IntStream.range(0, samples.size()).filter(i -> !read.defects()[i].isEmpty())
                .mapToObj(i -> new Defect(samples.get(i).id(), found.volumes().get(i), read.defects()[i])).toList();
        return new ImportedData(new Dataset(folder.path(), request.name(), request.source(), columns, samples), defects,
                found.passedOver(), remarks);
    }

    private static String words(Column column) {
        String words = Steps.of(column).words();
        return words.isEmpty() ? "no preprocessing" : words;
    }

    /** 0 is where nothing is marked, also around volumes that are padded, whether or not a mask holds it. */
    private static List<Integer> withBackground(List<Integer> levels, List<String> remarks) {
        if (levels.isEmpty() || levels.contains(0)) {
            return levels;
        }
        remarks.add("No mask holds the value 0, which means nothing marked: it is a category all the same, before "
                + levels.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        return Stream.concat(Stream.of(0), levels.stream()).toList();
    }

    /** Masks are brought to the sizes of the volumes, and their values stay what they are. */
    private static Column masked(Column column, String steps, List<Integer> levels) {
        ElementType type = Stream.of(ElementType.U8, ElementType.U16)
                .filter(each -> levels.stream().allMatch(level -> level <= each.greatest())).findFirst().orElse(ElementType.I32);
        Map<String, String> options = new TreeMap<>(column.options());
        options.put(Steps.TYPE, type.text());
        String own = Steps.ofMasks(steps);
        if (!own.isEmpty()) {
            options.put(Steps.OPTION, own);
        }
        return column.with(options);
    }

    /** What a network learns to say: masks, or the folders that the volumes lie in. */
    private Optional<Column> truth(FoundVolumes found, List<Integer> levels) {
        if (!found.masks().isEmpty()) {
            Column mask = found.column(MASK, ColumnRole.LABEL);
            return Optional.of(new Column(mask.name(), mask.type(), mask.role(), mask.reader(), mask.options(),
                    levels.stream().map(String::valueOf).toList()));
        }
        List<String> categories = new VolumeFolders(found.volumes()).categories().stream().distinct().sorted().toList();
        return categories.size() < 2 ? Optional.empty() : Optional.of(Column.label(CATEGORY, categories));
    }

    private List<Sample> samples(FoundVolumes found, String[] defects) {
        List<String> volumes = found.volumes();
        boolean classed = truth(found, List.of()).filter(column -> column.name().equals(CATEGORY)).isPresent();
        List<String> patients = patients(volumes);
        VolumeFolders folders = new VolumeFolders(volumes);
        List<String> categories = classed ? folders.categories() : volumes.stream().map(volume -> "").toList();
        List<Subset> subsets = new SplitColumn(request).of(volumes, folders.subsets(), patients, categories);
        IntFunction<String> ids = DatasetImport.ids(volumes.size());
        return IntStream.range(0, volumes.size()).mapToObj(i -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(VOLUME, volumes.get(i));
            if (!found.masks().isEmpty()) {
                values.put(MASK, found.masks().getOrDefault(volumes.get(i), ""));
            } else if (classed) {
                values.put(CATEGORY, categories.get(i));
            }
            values.put(PATIENT.name(), patients.get(i));
            values.put(SplitColumn.COLUMN.name(), subsets.get(i).text());
            values.put(DEFECT.name(), defects[i] == null ? "" : defects[i]);
            return new Sample(ids.apply(i), values);
        }).toList();
    }

    private List<String> patients(List<String> volumes) {
        if (request.text("patient").isPresent()) {
            return new PathPatients(request).of(volumes);
        }
        List<String> names = volumes.stream().map(volume -> FoundVolumes.ENDS
                .matcher(volume.substring(volume.lastIndexOf('/') + 1)).replaceFirst("")).toList();
        return names.stream().distinct().count() == names.size() ? names : volumes;
    }
}
