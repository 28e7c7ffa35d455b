// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.Set;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.RequestedImport;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.number.InvalidArrayException;
import org.vesalius.dataset.number.NpzFile;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReaders;

/** Makes a data set of the arrays in a .npz file; those that go into a network are unpacked beside it. */
final class NpzImport extends RequestedImport {
    private static final String IDS = "sample";

    NpzImport(ImportRequest request, ColumnReaders readers) {
        super(request, readers);
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        return opened(zip -> {
            Table table = table(zip);
            List<Column> columns = new ArrayList<>(List.of(table.input().column(Map.of())));
            columns.addAll(table.columns());
            Dataset dataset = new Dataset(request.out(), request.name(), request.out(), columns, table.samples());
            return new DatasetPreview(dataset, OptionalLong.of(dataset.samples().size()), table.passedOver(), table.remarks());
        });
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        return opened(zip -> {
            Table table = table(zip);
            List<ArrayColumn.Piece> pieces = Stream.concat(Stream.of(table.input()), table.masks().stream())
                    .flatMap(arrays -> arrays.pieces().stream()).toList();
            progress.begin("Unpacking arrays", pieces.size());
            for (int i = 0; i < pieces.size(); i++) {
                zip.unpack(pieces.get(i).array(), folder.file(pieces.get(i).file()), progress::cancelled);
                progress.advance(i + 1);
            }
            Path root = folder.folderOf(pieces.get(0).file());
            Column input = table.input().column(table.input().depth(readers, root, table.remarks(), progress));
            table.input().noNumbers(readers, root, progress).ifPresent(table.remarks()::add);
            List<Column> columns = new ArrayList<>(List.of(input));
            for (ArrayColumn mask : table.masks()) {
                columns.add(mask.marked(readers, root, progress));
            }
            table.columns().stream().skip(table.masks().size()).forEach(columns::add);
            return new ImportedData(new Dataset(folder.path(), request.name(), folder.path(), columns, table.samples()),
                    List.of(), table.passedOver(), table.remarks());
        });
    }

    /** What is done with the opened file. */
    @FunctionalInterface
    private interface Use<T> {
        T of(NpzFile zip) throws IOException;
    }

    private <T> T opened(Use<T> use) {
        try (NpzFile zip = NpzFile.open(request.source())) {
            return use.of(zip);
        } catch (InvalidArrayException | UnreadableImageException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file " + e.getMessage() + ".", request.source(),
                    "Give a .npz file of arrays of numbers, as NumPy's savez writes them.", e);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The arrays can't be read or unpacked.", request.source(),
                    "Check that the file may be read and that the disk has space left.", e);
        }
    }

    /** What the data set will hold; the columns begin with those of the masks. */
    private record Table(ArrayColumn input, List<ArrayColumn> masks, List<Column> columns, List<Sample> samples,
            List<PassedOver> passedOver, List<String> remarks) {
    }

    private Table table(NpzFile zip) throws IOException {
        NpzParts parts = NpzParts.of(zip.names());
        ArrayColumn input = ArrayColumn.of(zip, parts, request.text("input"), request);
        List<PassedOver> passedOver = new ArrayList<>();
        List<ArrayColumn> masks = new ArrayList<>();
        List<LabelColumn> labels = new ArrayList<>();
        String patient = request.text("patient").orElse("");
        requireKnown(parts, input, patient);
        List<String> wanted = request.texts("label");
        for (String name : parts.byName().keySet()) {
            if (name.equals(input.name()) || name.equals(patient)) {
                continue;
            }
            if (!wanted.isEmpty() && !wanted.contains(name)) {
                passedOver.add(new PassedOver(name, "is neither the input nor a label that was asked for"));
            } else if (!input.matches(zip, parts.of(name))) {
                passedOver.add(new PassedOver(name, "has not as many samples as '" + input.name() + "'"));
            } else if (zip.shape(parts.of(name).values().iterator().next()).length > 2) {
                masks.add(ArrayColumn.mask(zip, parts, name));
            } else {
                labels.addAll(LabelColumn.of(zip, name, input.inOrder(parts.of(name)), request.text("categories")));
            }
        }
        return table(input, masks, labels, patient.isEmpty() ? Optional.empty()
                : Optional.of(LabelColumn.texts(zip, input.inOrder(parts.of(patient)))), passedOver);
    }

    private void requireKnown(NpzParts parts, ArrayColumn input, String patient) {
        List<String> asked = new ArrayList<>(request.texts("label"));
        if (!patient.isEmpty()) {
            asked.add(patient);
        }
        asked.stream().filter(name -> !input.hasPieces(parts.of(name))).findFirst().ifPresent(name -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no array '" + name + "' for each part of '"
                    + input.name() + "'.", request.source(),
                    "The file holds: "
                            + String.join(", ", parts.byName().keySet()) + ".");
        });
    }

    /** Data sets have headings of their own, and each column has one. */
    private void requireFreeNames(ArrayColumn input, List<Column> columns) {
        Set<String> taken = new HashSet<>(Set.of(IDS, input.name()));
        Stream.concat(IDS.equals(input.name()) ? Stream.of(IDS) : Stream.empty(),
                columns.stream().map(Column::name).filter(name -> !taken.add(name))).findFirst().ifPresent(name -> {
                    throw new ReportedException(ErrorKind.INVALID_INPUT, "An array is called '" + name
                            + "', as a column that data sets have anyway.", request.source(),
                            "Rename it in the file, or name the labels with --label and leave this one out.");
                });
    }

    private Table table(ArrayColumn input, List<ArrayColumn> masks, List<LabelColumn> labels,
            Optional<List<String>> patients, List<PassedOver> passedOver) {
        List<String> remarks = new ArrayList<>(List.of(input.words()));
        List<Column> columns = new ArrayList<>();
        masks.forEach(mask -> columns.add(mask.column(Map.of())));
        labels.forEach(label -> columns.add(label.column()));
        patients.ifPresent(ids -> columns.add(PATIENT));
        columns.add(SplitColumn.COLUMN);
        requireFreeNames(input, columns);
        int count = input.count();
        List<String> categories = labels.isEmpty() || labels.get(0).column().type() != ColumnType.CATEGORY
                ? IntStream.range(0, count).mapToObj(i -> "").toList() : labels.get(0).values();
        List<String> groups = patients.orElseGet(() -> IntStream.range(0, count).mapToObj(Integer::toString).toList());
        List<Subset> subsets = new SplitColumn(request).of(IntStream.range(0, count).mapToObj(input::value).toList(),
                input.subsets(), groups, categories);
        IntFunction<String> ids = DatasetImport.ids(count);
        List<Sample> samples = IntStream.range(0, count).mapToObj(i -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(input.name(), input.value(i));
            masks.forEach(mask -> values.put(mask.name(), mask.value(i)));
            labels.forEach(label -> values.put(label.column().name(), label.values().get(i)));
            patients.ifPresent(all -> values.put(PATIENT.name(), all.get(i)));
            values.put(SplitColumn.COLUMN.name(), subsets.get(i).text());
            return new Sample(ids.apply(i), values);
        }).toList();
        return new Table(input, masks, columns, samples, passedOver, remarks);
    }
}
