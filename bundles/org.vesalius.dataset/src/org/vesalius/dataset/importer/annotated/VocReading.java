// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
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
        Map<String, Subset> lists = lists(files.others());
        List<String> annotations = files.named(".xml");
        if (annotations.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are no annotations of VOC in this folder.", folder,
                    "They are files ending with .xml, mostly in a folder 'Annotations' beside 'JPEGImages'.");
        }
        for (String path : annotations) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            read(path, pictures, lists);
        }
        pictures.unused().forEach(path -> passedOver.add(new PassedOver(path, "has no annotations")));
        files.others().stream().filter(other -> !other.path().endsWith(".xml") && !other.path().contains("ImageSets/"))
                .forEach(passedOver::add);
        List<String> categories = new ArrayList<>(new TreeSet<>(images.stream().flatMap(image -> image.boxes().stream())
                .map(Box::category).toList()));
        images.sort((one, other) -> new PathOrder().compare(one.path(), other.path()));
        return new Annotations(images, categories, passedOver, List.of());
    }

    private void read(String path, NamedPictures pictures, Map<String, Subset> lists) {
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
                    Optional.ofNullable(lists.get(NamedPictures.stem(path)))));
        } catch (IOException | XMLStreamException | NumberFormatException e) {
            passedOver.add(new PassedOver(path, "is damaged, or no annotation of VOC"));
        }
    }

    /** The subset of each stem that a list in ImageSets/Main names. */
    private Map<String, Subset> lists(List<PassedOver> others) {
        Map<String, Subset> lists = new HashMap<>();
        for (PassedOver other : others) {
            String name = other.path().substring(other.path().lastIndexOf('/') + 1);
            Optional<Subset> subset = other.path().matches("(.*/)?ImageSets/(Main/)?[^/]+\\.txt")
                    ? SubsetFolder.of(name.substring(0, name.length() - 4)) : Optional.empty();
            if (subset.isPresent()) {
                TextLines.of(folder.resolve(other.path())).forEach(line -> lists.put(line.strip().split("\\s+")[0], subset.get()));
            }
        }
        return lists;
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
