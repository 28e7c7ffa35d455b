// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportedData;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathPatients;
import org.vesalius.dataset.importer.kind.RequestedImport;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;

/** Makes a data set of images with boxes; the boxes become what a network can be trained on, and are kept in a table. */
final class BoxImport extends RequestedImport {
    private static final Column IMAGE = Column.image("image", ImageFileReader.ID, Map.of());

    private final BoxFiles files;

    BoxImport(ImportRequest request, BoxFiles files, ColumnReaders readers) {
        super(request, readers);
        this.files = files;
    }

    @Override
    public List<Path> sources() {
        return Stream.concat(request.sources().stream(), Stream.of(files.root())).distinct().toList();
    }

    @Override
    public DatasetPreview preview(Progress progress) {
        Annotations annotations = files.read(progress);
        int looked = Math.min(DatasetPreview.SHOWN, annotations.images().size());
        Made made = made(annotations, looked, progress);
        if (looked < annotations.images().size()) {
            made.remarks().add("Told from the first " + English.quantity(looked, "image"));
        }
        return new DatasetPreview(dataset(made, request.out()), OptionalLong.of(annotations.images().size()), made.passedOver(),
                made.remarks());
    }

    @Override
    public ImportedData read(ImportFolder folder, Progress progress) {
        Annotations annotations = files.read(progress);
        Made made = made(annotations, annotations.images().size(), progress);
        write(made, folder);
        List<Defect> defects = made.samples().stream().filter(sample -> !sample.value(DEFECT).isEmpty())
                .map(sample -> new Defect(sample.id(), sample.value(IMAGE), sample.value(DEFECT))).toList();
        return new ImportedData(dataset(made, folder.path()), defects, made.passedOver(), made.remarks());
    }

    /** What the data set will hold, and the images of its samples. */
    private record Made(List<Column> columns, List<Sample> samples, List<AnnotatedImage> images, List<PassedOver> passedOver,
            List<String> remarks) {
    }

    private Dataset dataset(Made made, Path folder) {
        return new Dataset(folder, request.name(), files.root(), made.columns(), made.samples());
    }

    private Made made(Annotations annotations, int looked, Progress progress) {
        List<String> remarks = new ArrayList<>(annotations.remarks());
        List<String> paths = annotations.images().stream().map(AnnotatedImage::path).toList();
        ReadPictures read = ReadPictures.of(readers.of(IMAGE), files.root(), paths, Map.of(), looked, progress);
        CleanBoxes clean = CleanBoxes.of(annotations.images().subList(0, looked), read, files.shares());
        remarks.addAll(clean.remarks());
        DepthRule depth = new DepthRule(read.ranges());
        remarks.addAll(depth.remarks());
        List<String> categories = clean.used(annotations.categories(), looked == paths.size(), remarks);
        BoxTargets targets = BoxTargets.of(request, categories);
        List<Column> columns = new ArrayList<>(List.of(Column.image(IMAGE.name(), IMAGE.reader(), depth.options())));
        columns.addAll(targets.columns());
        columns.addAll(List.of(PATIENT, SplitColumn.COLUMN, DEFECT));
        List<PassedOver> passedOver = new ArrayList<>(annotations.passedOver());
        passedOver.addAll(clean.passedOver());
        return new Made(columns, samples(annotations, clean, targets), clean.images(), passedOver, remarks);
    }

    private List<Sample> samples(Annotations annotations, CleanBoxes clean, BoxTargets targets) {
        List<String> paths = annotations.images().stream().map(AnnotatedImage::path).toList();
        List<String> patients = new PathPatients(request).of(paths);
        List<Subset> subsets = new SplitColumn(request).of(paths, annotations.images().stream().map(AnnotatedImage::subset).toList(),
                patients, rarest(annotations));
        IntFunction<String> ids = DatasetImport.ids(paths.size());
        return IntStream.range(0, clean.images().size()).mapToObj(i -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(IMAGE.name(), paths.get(i));
            values.putAll(targets.values(clean.images().get(i)));
            values.put(PATIENT.name(), patients.get(i));
            values.put(SplitColumn.COLUMN.name(), subsets.get(i).text());
            values.put(DEFECT.name(), clean.defects().get(i));
            return new Sample(ids.apply(i), values);
        }).toList();
    }

    /** The category of each image that fewest others have, so that rare ones come into each subset. */
    private static List<String> rarest(Annotations annotations) {
        Map<String, Integer> counts = annotations.counts();
        return annotations.images().stream().map(image -> image.boxes().stream().map(Box::category)
                .min(Comparator.comparing((String category) -> counts.get(category)).thenComparing(category -> category))
                .orElse("")).toList();
    }

    /** The table of boxes, a row each, in pixels of the image as it is stored. */
    private static void write(Made made, ImportFolder folder) {
        try (Writer out = Files.newBufferedWriter(folder.file(DatasetFiles.BOXES), StandardCharsets.UTF_8);
                CSVPrinter table = new CSVPrinter(out, CSVFormat.RFC4180)) {
            table.printRecord("sample", "category", "left", "top", "width", "height", "outline", "note");
            for (int i = 0; i < made.samples().size(); i++) {
                for (Box box : made.images().get(i).boxes()) {
                    table.printRecord(made.samples().get(i).id(), box.category(), Box.text(box.left()), Box.text(box.top()),
                            Box.text(box.width()), Box.text(box.height()), String.join(Annotations.SEPARATOR, box.outlines()),
                            box.note());
                }
            }
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
    }
}

/** Files that hold boxes. */
interface BoxFiles {

    /** The folder that the images are in. */
    Path root();

    /** Whether the boxes are told in shares of the images rather than in pixels. */
    boolean shares();

    /** What they say, with paths of images that are there, in their order. */
    Annotations read(Progress progress);
}
