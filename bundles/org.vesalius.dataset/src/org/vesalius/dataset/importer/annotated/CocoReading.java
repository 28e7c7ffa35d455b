// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.SubsetFolder;
import org.vesalius.dataset.mask.RunLengths;

/**
 * Reads annotations of COCO (cocodataset.org, "Data format", object detection), one value after another, so that a file
 * of any length takes no more memory than what is kept of it.
 */
final class CocoReading {
    private static final int MOST = 20_000_000;
    private static final int LONGEST_OUTLINE = 1 << 20;
    private static final String REMEDY =
            "Give a JSON file with 'images', 'categories' and 'annotations', as COCO's instances_….json has them.";

    private final Path file;
    private final Progress progress;
    private final Map<Long, AnnotatedImage> images = new LinkedHashMap<>();
    private final Map<Long, String> categories = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    private final Map<Long, Integer> lost = new HashMap<>();

    CocoReading(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** An annotation, whose category and image may come later in the file. */
    private record Entry(long image, long category, Box box, boolean whole, int[] runSize) {

        /** Whether its run lengths, if it has some, are for an image of the size that the file says, if it does. */
        boolean fits(AnnotatedImage image) {
            return runSize.length == 0 || image.width() == 0 || image.height() == 0
                    || runSize[0] == image.height() && runSize[1] == image.width();
        }
    }

    /** What one JSON object of the file says. */
    private static final class Fields {
        private long id = Long.MIN_VALUE;
        private long image = Long.MIN_VALUE;
        private long category = Long.MIN_VALUE;
        private int width;
        private int height;
        private boolean crowd;
        private String name = "";
        private double[] box = new double[0];
        private List<String> outlines = List.of();
        /** Rows and columns that run lengths are for. */
        private int[] runSize = new int[0];
        /** An outline is damaged. */
        private boolean broken;
        /** Left, top, right and bottom of all polygons. */
        private double[] around = new double[0];
    }

    /** Reads the file; images bear the names that they have there. */
    Annotations read() {
        if (Files.isDirectory(file)) {
            throw refused("This is a folder, not a file of annotations.");
        }
        progress.begin("Reading " + file.getFileName(), 0);
        try (JsonReader in = new JsonReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            // numbers that are none are told of the boxes that have them
            in.setLenient(true);
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw refused("The file holds no annotations of COCO.");
            }
            in.beginObject();
            while (in.hasNext()) {
                section(in, in.nextName());
            }
            in.endObject();
        } catch (IllegalStateException | NumberFormatException | IOException | JsonParseException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The file can't be read as annotations of COCO: it is damaged, cut off or something else.", file, REMEDY, e);
        }
        return gathered();
    }

    private void section(JsonReader in, String name) throws IOException {
        switch (name) {
            case "images" -> each(in, this::image);
            case "categories" -> each(in, this::category);
            case "annotations" -> each(in, this::annotation);
            default -> in.skipValue();
        }
    }

    /** What is done with an object. */
    @FunctionalInterface
    private interface Use {
        void of(Fields fields);
    }

    private void each(JsonReader in, Use use) throws IOException {
        in.beginArray();
        for (int count = 0; in.hasNext(); count++) {
            if (count > MOST) {
                throw refused("The file holds more than " + MOST + " annotations.");
            }
            if (count % 256 == 0 && progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            use.of(fields(in));
        }
        in.endArray();
    }

    private static Fields fields(JsonReader in) throws IOException {
        Fields fields = new Fields();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (in.peek() == JsonToken.NULL) {
                in.skipValue();
                continue;
            }
            switch (name) {
                case "id" -> fields.id = in.nextLong();
                case "image_id" -> fields.image = in.nextLong();
                case "category_id" -> fields.category = in.nextLong();
                case "width" -> fields.width = (int) in.nextDouble();
                case "height" -> fields.height = (int) in.nextDouble();
                case "iscrowd" -> fields.crowd = in.peek() == JsonToken.BOOLEAN ? in.nextBoolean() : in.nextInt() != 0;
                case "file_name", "name" -> fields.name = in.nextString();
                case "bbox" -> fields.box = numbers(in).stream().mapToDouble(Double::doubleValue).toArray();
                case "segmentation" -> fields.outlines = outlines(in, fields);
                default -> in.skipValue();
            }
        }
        in.endObject();
        return fields;
    }

    private static List<Double> numbers(JsonReader in) throws IOException {
        List<Double> numbers = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            if (numbers.size() > LONGEST_OUTLINE) {
                throw new IOException("an outline is too long");
            }
            numbers.add(in.nextDouble());
        }
        in.endArray();
        return numbers;
    }

    /** Polygons, or run lengths: those as a list of numbers, or compressed. */
    private static List<String> outlines(JsonReader in, Fields fields) throws IOException {
        if (in.peek() == JsonToken.BEGIN_OBJECT) {
            return runLengths(in, fields);
        }
        List<String> outlines = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            List<Double> places = numbers(in);
            boolean broken = places.size() % 2 != 0 || !places.stream().allMatch(Double::isFinite);
            fields.broken |= broken;
            // fewer than three corners have no area
            if (!broken && places.size() >= 6) {
                outlines.add(Box.polygon(places));
                fields.around = around(fields.around, places);
            }
        }
        in.endArray();
        return outlines;
    }

    private static double[] around(double[] sides, List<Double> places) {
        double[] around = sides.length == 0 ? new double[] {places.get(0), places.get(1), places.get(0), places.get(1)} : sides;
        for (int i = 0; i < places.size(); i++) {
            around[i % 2] = Math.min(around[i % 2], places.get(i));
            around[2 + i % 2] = Math.max(around[2 + i % 2], places.get(i));
        }
        return around;
    }

    private static List<String> runLengths(JsonReader in, Fields fields) throws IOException {
        String text = "";
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (name.equals("size") && in.peek() == JsonToken.BEGIN_ARRAY) {
                fields.runSize = numbers(in).stream().mapToInt(Double::intValue).toArray();
                fields.broken |= fields.runSize.length != 2;
            } else if (!name.equals("counts")) {
                in.skipValue();
            } else if (in.peek() == JsonToken.STRING) {
                text = in.nextString();
            } else {
                text = RunLengths.of(numbers(in).stream().mapToLong(Double::longValue).toArray()).text();
            }
        }
        in.endObject();
        return text.isEmpty() || text.contains(Annotations.SEPARATOR) ? List.of() : List.of("rle " + text);
    }

    private void image(Fields fields) {
        String path = fields.name.replace('\\', '/').replaceFirst("^\\./", "");
        AnnotatedImage image = new AnnotatedImage(path, fields.width, fields.height, new ArrayList<>(), 0, subset());
        if (path.isEmpty() || fields.id == Long.MIN_VALUE) {
            throw refused("An image in the file has no id or no name.");
        }
        if (images.put(fields.id, image) != null) {
            throw refused("Two images in the file have the id " + fields.id + ".");
        }
    }

    /** The subset that the file is named after, such as {@code instances_train2017.json}. */
    private Optional<Subset> subset() {
        return Arrays.stream(file.getFileName().toString().toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .flatMap(word -> SubsetFolder.of(word).stream()).findFirst();
    }

    private void category(Fields fields) {
        if (fields.name.isBlank() || categories.put(fields.id, Annotations.name(fields.name)) != null) {
            throw refused("A category in the file has no name, or two have the id " + fields.id + ".");
        }
    }

    private void annotation(Fields fields) {
        if (fields.id != Long.MIN_VALUE && !ids.add(fields.id)) {
            passedOver.add(new PassedOver("annotation " + fields.id, "is there twice; the first counts"));
            return;
        }
        Optional<Box> box = box(fields);
        if (box.isEmpty()) {
            passedOver.add(new PassedOver("annotation " + fields.id, "has no box of four numbers"));
            lost.merge(fields.image, 1, Integer::sum);
            return;
        }
        if (fields.broken) {
            passedOver.add(new PassedOver("annotation " + fields.id, "has a damaged outline"));
        }
        entries.add(new Entry(fields.image, fields.category, box.get(), !fields.broken, fields.broken ? new int[0] : fields.runSize));
    }

    /** The box that is told or, where that can't be used, the one around the polygons. */
    private static Optional<Box> box(Fields fields) {
        double[] told = fields.box;
        double[] around = fields.around;
        String note = fields.crowd ? "crowd" : "";
        Optional<Box> box = told.length == 4 ? Optional.of(new Box("", told[0], told[1], told[2], told[3], fields.outlines, note))
                : Optional.empty();
        return around.length == 0 ? box : box.filter(Box::usable).or(() -> Optional.of(new Box("", around[0], around[1],
                around[2] - around[0], around[3] - around[1], fields.outlines, note)));
    }

    private Annotations gathered() {
        if (images.isEmpty() || categories.isEmpty()) {
            throw refused("The file lists no images or no categories.");
        }
        for (Entry entry : entries) {
            AnnotatedImage image = images.get(entry.image());
            String category = categories.get(entry.category());
            if (image == null || category == null) {
                passedOver.add(new PassedOver("an annotation", "names " + (image == null ? "an image that isn't listed"
                        : "a category that isn't listed")));
                lost.merge(entry.image(), 1, Integer::sum);
            } else {
                boolean fits = entry.fits(image);
                if (!fits) {
                    passedOver.add(new PassedOver("an annotation", "has run lengths for an image of another size than its own"));
                }
                lost.merge(entry.image(), entry.whole() && fits ? 0 : 1, Integer::sum);
                Box box = entry.box();
                image.boxes().add(new Box(category, box.left(), box.top(), box.width(), box.height(), fits ? box.outlines() : List.of(),
                        box.note()));
                if (fits && entry.runSize().length > 0) {
                    images.put(entry.image(), image.sized(entry.runSize()[1], entry.runSize()[0], image.boxes()));
                }
            }
        }
        List<AnnotatedImage> all = images.entrySet().stream().map(entry -> {
            AnnotatedImage image = entry.getValue();
            return new AnnotatedImage(image.path(), image.width(), image.height(), image.boxes(),
                    lost.getOrDefault(entry.getKey(), 0), image.subset());
        }).toList();
        return new Annotations(all, categories.values().stream().distinct().toList(), passedOver,
                List.of());
    }

    private ReportedException refused(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, REMEDY);
    }
}
