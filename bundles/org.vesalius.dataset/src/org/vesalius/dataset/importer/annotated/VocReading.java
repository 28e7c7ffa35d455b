// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.ImageFiles;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;
import org.vesalius.dataset.importer.kind.SubsetFolder;

/** Reads annotations of Pascal VOC: an XML file for each image, and lists of the subsets in {@code ImageSets/Main}. */
final class VocReading {
    private final Path folder;
    private final Progress progress;
    private final List<PassedOver> passedOver = new ArrayList<>();
    private final List<AnnotatedImage> images = new ArrayList<>();

    VocReading(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    Annotations read() {
        ImageFiles files = ImageFiles.in(folder, progress);
        NamedPictures pictures = new NamedPictures(files.paths());
        VocSubsets subsets = VocSubsets.of(folder, files.others(), files.named(".xml"));
        List<String> annotations = files.named(".xml");
        if (annotations.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are no annotations of VOC in this folder.", folder,
                    "They are files ending with .xml, mostly in a folder 'Annotations' beside 'JPEGImages'.");
        }
        for (String path : annotations) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            read(path, pictures, subsets);
        }
        pictures.unused().forEach(path -> passedOver.add(new PassedOver(path, "has no annotations")));
        files.others().stream().filter(other -> !other.path().endsWith(".xml") && !other.path().contains("ImageSets/"))
                .forEach(passedOver::add);
        List<String> categories = new ArrayList<>(new TreeSet<>(images.stream().flatMap(image -> image.boxes().stream())
                .map(Box::category).toList()));
        images.sort((one, other) -> new PathOrder().compare(one.path(), other.path()));
        return new Annotations(images, categories, passedOver, List.of());
    }

    private void read(String path, NamedPictures pictures, VocSubsets subsets) {
        try {
            VocFile file = VocFile.read(folder.resolve(path));
            if (pictures.isOfTwo(path, file.name())) {
                passedOver.add(new PassedOver(path, "names another image than the one of its own name, and both are there"));
                return;
            }
            Optional<String> image = pictures.take(path, file.name());
            if (image.isEmpty()) {
                passedOver.add(new PassedOver(path, "has no image, or that of another annotation"));
                return;
            }
            images.add(new AnnotatedImage(image.get(), file.width(), file.height(), file.boxes(), 0,
                    subsets.of(path)));
        } catch (IOException | XMLStreamException | NumberFormatException e) {
            passedOver.add(new PassedOver(path, "is damaged, or no annotation of VOC"));
        }
    }
}

/**
 * The subsets of annotations: those of lists in {@code ImageSets/Main}, each for what lies beside it, or of folders.
 *
 * @param lists by the folders that they are for, ending with a slash, the subsets of what they name
 * @param stems how many annotations below each of these folders have a name, without folders
 * @param divided whether each annotation lies in a folder that is called like a subset
 */
record VocSubsets(Map<String, Map<String, Subset>> lists, Map<String, Map<String, Integer>> stems, boolean divided) {
    private static final Pattern LIST = Pattern.compile("(|.*/)ImageSets/(?:Main/)?([^/]+)\\.txt");

    /** @throws ReportedException if lists for one folder put something into two subsets */
    static VocSubsets of(Path folder, List<PassedOver> others, List<String> annotations) {
        Map<String, Map<String, Subset>> lists = new HashMap<>();
        for (PassedOver other : others) {
            Matcher list = LIST.matcher(other.path());
            Optional<Subset> subset = list.matches() ? SubsetFolder.of(list.group(2)) : Optional.empty();
            if (subset.isPresent()) {
                Map<String, Subset> named = lists.computeIfAbsent(list.group(1), none -> new HashMap<>());
                for (String line : TextLines.of(folder.resolve(other.path()))) {
                    String name = line.strip().split("\\s+")[0];
                    Subset before = name.isEmpty() ? null : named.put(name, subset.get());
                    if (before != null && before != subset.get()) {
                        throw new ReportedException(ErrorKind.INVALID_INPUT, "The lists in ImageSets put one image into two subsets, "
                                + before.text() + " and " + subset.get().text() + ".", folder, "Leave it in one of them.");
                    }
                }
            }
        }
        Map<String, Map<String, Integer>> stems = new HashMap<>();
        lists.keySet().forEach(root -> annotations.stream().filter(path -> path.startsWith(root)).forEach(path -> stems
                .computeIfAbsent(root, none -> new HashMap<>()).merge(NamedPictures.stem(path), 1, Integer::sum)));
        return new VocSubsets(lists, stems, lists.isEmpty() && !annotations.isEmpty()
                && annotations.stream().allMatch(path -> NamedPictures.subset(path).isPresent()));
    }

    /** The subset of an annotation; empty if nothing tells it. */
    Optional<Subset> of(String annotation) {
        return divided ? NamedPictures.subset(annotation)
                : lists.keySet().stream().filter(annotation::startsWith).sorted(Comparator.comparing(String::length).reversed())
                        .flatMap(root -> listed(root, annotation).stream()).findFirst();
    }

    /** By a list that names it with folders or, if it is the only one of its name there, without. */
    private Optional<Subset> listed(String root, String annotation) {
        Map<String, Subset> named = lists.get(root);
        String path = annotation.substring(root.length()).replaceFirst("\\.[^./]*$", "");
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/')) {
            if (named.containsKey(path)) {
                return Optional.of(named.get(path));
            }
            path = path.substring(slash + 1);
        }
        return stems.get(root).get(path) == 1 ? Optional.ofNullable(named.get(path)) : Optional.empty();
    }

    /** Without the names, which may tell who patients are. */
    @Override
    public String toString() {
        return "VocSubsets[" + lists.size() + "]";
    }
}

/** What an annotation of VOC says. */
record VocFile(String name, int width, int height, List<Box> boxes) {
    private static final long MOST_BYTES = 16 << 20;

    static VocFile read(Path file) throws IOException, XMLStreamException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("too large");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            return read(factory.createXMLStreamReader(in));
        }
    }

    private static VocFile read(XMLStreamReader in) throws XMLStreamException, IOException {
        Map<String, String> own = new HashMap<>();
        Map<String, String> object = new HashMap<>();
        List<Box> boxes = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(in.getLocalName());
                    text.setLength(0);
                    if (path.size() > 16) {
                        throw new IOException("nested too deep");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> text.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String place = String.join("/", path);
                    (place.contains("/object/") ? object : own).put(place.substring(place.indexOf('/') + 1), text.toString().strip());
                    if (place.endsWith("annotation/object")) {
                        boxes.add(box(object));
                        object.clear();
                    }
                    path.removeLast();
                    text.setLength(0);
                }
                default -> text.append("");
            }
        }
        return new VocFile(own.getOrDefault("filename", ""), whole(own.getOrDefault("size/width", "")),
                whole(own.getOrDefault("size/height", "")), boxes);
    }

    private static int whole(String text) {
        return text.isEmpty() ? 0 : (int) Double.parseDouble(text);
    }

    /** Pixels are counted from 1, and the last one is inside (VOC2012 development kit). */
    private static Box box(Map<String, String> object) throws IOException {
        String name = object.getOrDefault("object/name", "");
        if (name.isBlank()) {
            throw new IOException("an object without a name");
        }
        double left = number(object, "xmin") - 1;
        double top = number(object, "ymin") - 1;
        List<String> notes = new ArrayList<>();
        for (String note : List.of("difficult", "truncated")) {
            if (object.getOrDefault("object/" + note, "0").equals("1")) {
                notes.add(note);
            }
        }
        return new Box(Annotations.name(name), left, top, number(object, "xmax") - left, number(object, "ymax") - top, List.of(),
                String.join(" ", notes));
    }

    private static double number(Map<String, String> object, String side) {
        String text = object.get("object/bndbox/" + side);
        return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
