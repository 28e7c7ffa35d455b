// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImageFiles;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;
import org.vesalius.dataset.importer.kind.PathPatients;
import org.vesalius.dataset.importer.kind.PatientPatterns;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.reader.ColumnReaders;

/** Images with boxes, in one of the ways that they are written. */
public final class BoxKind implements ImportKind {
    private static final String IMAGES = "images";

    private final BoxFormat format;
    private final ColumnReaders readers;

    private BoxKind(BoxFormat format, ColumnReaders readers) {
        this.format = format;
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    /** All ways; the readers must hold {@code image} and {@code mask}. */
    public static List<ImportKind> all(ColumnReaders readers) {
        return List.of(new BoxKind(BoxFormat.COCO, readers), new BoxKind(BoxFormat.VOC, readers),
                new BoxKind(BoxFormat.YOLO, readers));
    }

    @Override
    public String id() {
        return format.id();
    }

    @Override
    public String title() {
        return format.title();
    }

    @Override
    public String header() {
        return "Makes a data set of images with boxes, as " + format.name() + " writes them.";
    }

    @Override
    public String description() {
        return format.description() + " The images stay where they are; each is read once. Boxes that can't be used are listed, "
                + "and so are images without annotations and annotations without an image. What a network learns of the boxes is "
                + "chosen by --target. The boxes themselves are kept in boxes.csv in the data set: sample, category, left, top, "
                + "width and height in pixels of the image from its upper left corner, outline (shapes as masks draw them) and note "
                + "(crowd, difficult, truncated).";
    }

    @Override
    public Sources sources() {
        return format.sources();
    }

    @Override
    public List<ImportOption> options() {
        List<ImportOption> options = new ArrayList<>();
        options.add(BoxTargets.option());
        if (!format.sources().folder()) {
            options.add(ImportOption.paths(IMAGES, "FOLDER", "The images, at any depth; without it, the folder of the file or, where "
                    + "that is called 'annotations', the one above."));
        }
        options.add(PathPatients.option());
        options.addAll(SplitColumn.options(format.subsets()));
        return options;
    }

    @Override
    public List<String> examples() {
        return format.examples();
    }

    @Override
    public Fit fit(SourceGlance sources) {
        return sources.folder() == format.sources().folder() && format.fits().test(sources) ? Fit.LIKELY : Fit.NONE;
    }

    @Override
    public Map<String, List<String>> proposals(SourceGlance sources) {
        return Map.of("patient", PatientPatterns.offered(sources.images()));
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new BoxImport(request, format.files().apply(request), readers);
    }

    /** The folder of the images of annotations in a file. */
    private static Path images(ImportRequest request) {
        List<Path> told = request.paths(IMAGES);
        if (!told.isEmpty()) {
            return told.get(told.size() - 1);
        }
        Path folder = request.source().toAbsolutePath().resolveSibling("");
        return folder.endsWith("annotations") || folder.endsWith("Annotations") ? folder.resolveSibling("") : folder;
    }

    /** A way that boxes are written. */
    private record BoxFormat(String id, String name, String title, String description, Sources sources, String subsets,
            List<String> examples, Predicate<SourceGlance> fits, Function<ImportRequest, BoxFiles> files) {
        private static final BoxFormat COCO = new BoxFormat("coco", "COCO", "Boxes of COCO", "A JSON file lists images, categories "
                + "and annotations: boxes, polygons and run lengths. Of several files, such as instances_train.json and "
                + "instances_val.json, the images come together.",
                new Sources("FILE", "The JSON file.", false, true), "names of the files, such as instances_train.json",
                List.of("dataset import coco cells/annotations.json --out cells --images cells/images --target count",
                        "dataset import coco annotations/instances_train.json annotations/instances_val.json \\\n"
                                + "    --out lesions --images . --target mask"),
                glance -> glance.has("json"), request -> new CocoFiles(request.sources(), images(request)));
        private static final BoxFormat VOC = new BoxFormat("voc", "Pascal VOC", "Boxes of Pascal VOC", "For each image there is an "
                + "XML file of its name, beside it or in 'Annotations' where the images are in 'JPEGImages'. Pixels are counted from "
                + "1 in these files.", new Sources("FOLDER", "The folder of images and annotations.", true, false),
                "lists such as ImageSets/Main/train.txt",
                List.of("dataset import voc BCCD --out blood --target labels --target count"),
                glance -> glance.has("xml") && !glance.images().isEmpty(),
                request -> new FolderFiles(request.source(), false, progress -> new VocReading(request.source(), progress).read()));
        private static final BoxFormat YOLO = new BoxFormat("yolo", "YOLO", "Boxes of YOLO", "For each image there is a text of its "
                + "name, beside it or in 'labels' where the images are in 'images'; where there is none, nothing is in the image. "
                + "The names of the categories are read from data.yaml, classes.txt or obj.names.",
                new Sources("FOLDER", "The folder of images and annotations.", true, false), "folders such as train and val",
                List.of("dataset import yolo polyps --out polyps-dataset --target box-mask"),
                glance -> !glance.images().isEmpty() && glance.any(BoxFormat::isYolo),
                request -> new FolderFiles(request.source(), true, progress -> new YoloReading(request.source(), progress).read()));

        private static boolean isYolo(String path) {
            return path.matches("(.*/)?labels/.*\\.txt|(.*/)?(data\\.yaml|classes\\.txt|obj\\.names)");
        }
    }
}

/** Boxes beside the images in one folder. */
record FolderFiles(Path root, boolean shares, Function<Progress, Annotations> reading) implements BoxFiles {

    @Override
    public Annotations read(Progress progress) {
        return reading.apply(progress);
    }
}

/** Boxes in files of COCO. */
record CocoFiles(List<Path> files, Path root) implements BoxFiles {

    @Override
    public boolean shares() {
        return false;
    }

    @Override
    public Annotations read(Progress progress) {
        NamedPictures pictures = new NamedPictures(ImageFiles.in(root, progress).paths());
        Map<String, AnnotatedImage> images = new LinkedHashMap<>();
        List<String> categories = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        int listed = 0;
        for (Path file : files) {
            Annotations read = new CocoReading(file, progress).read();
            passedOver.addAll(read.passedOver());
            read.categories().stream().filter(category -> !categories.contains(category)).forEach(categories::add);
            listed += read.images().size();
            for (AnnotatedImage image : read.images()) {
                Optional<String> path = pictures.take(image.path());
                path.ifPresentOrElse(found -> images.put(found, new AnnotatedImage(found, image.width(), image.height(),
                        image.boxes(), image.lost(), image.subset())),
                        () -> passedOver.add(new PassedOver(image.path(), "has annotations, but isn't there, or is listed twice")));
            }
        }
        if (images.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "None of the " + listed + " images that the annotations name is in "
                    + "this folder.", root, "Say where the images are with --images.");
        }
        pictures.unused().forEach(path -> passedOver.add(new PassedOver(path, "has no annotations")));
        return new Annotations(images.values().stream().sorted(Comparator.comparing(AnnotatedImage::path, new PathOrder())).toList(),
                categories, passedOver, List.of());
    }
}
