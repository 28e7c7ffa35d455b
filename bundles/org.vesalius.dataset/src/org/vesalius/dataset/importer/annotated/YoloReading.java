// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.ImageFiles;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.SubsetFolder;

/**
 * Reads annotations of YOLO: a text for each image with a line {@code category x y width height} for each box, or
 * {@code category x1 y1 x2 y2 …} for an outline, in shares of the image; an image without a text has no box. Places are
 * turned into pixels when the size of the image is known, so boxes hold shares here.
 */
final class YoloReading {
    private final Path folder;
    private final Progress progress;
    private final List<PassedOver> passedOver = new ArrayList<>();
    private int most = -1;

    YoloReading(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    Annotations read() {
        ImageFiles files = ImageFiles.in(folder, progress);
        refusePoses(files);
        Set<String> texts = new HashSet<>(files.named(".txt"));
        List<AnnotatedImage> images = new ArrayList<>();
        int bare = 0;
        for (String path : files.paths()) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            Optional<String> text = texts(path).filter(texts::contains).findFirst();
            text.ifPresent(texts::remove);
            bare += text.isPresent() ? 0 : 1;
            int before = passedOver.size();
            List<Box> boxes = text.map(this::boxes).orElse(List.of());
            images.add(new AnnotatedImage(path, 0, 0, boxes, passedOver.size() - before, subset(path)));
        }
        if (images.size() == bare) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No image in this folder has annotations of YOLO.", folder,
                    "They are texts of the images' names, beside them or in a folder 'labels' where the images are in 'images'.");
        }
        files.others().stream().filter(other -> !other.path().endsWith(".txt") && !isAboutAll(other.path()))
                .forEach(passedOver::add);
        texts.stream().filter(path -> !isAboutAll(path)).sorted()
                .forEach(path -> passedOver.add(new PassedOver(path, "is the annotation of no image")));
        List<String> remarks = bare == 0 ? List.of()
                : List.of(English.quantity(bare, "image") + " without annotations: nothing is in them");
        return named(images, files, remarks);
    }

    private void refusePoses(ImageFiles files) {
        boolean poses = Stream.of(".yaml", ".yml").flatMap(end -> files.named(end).stream())
                .anyMatch(path -> TextLines.of(folder.resolve(path)).stream().anyMatch(line -> line.startsWith("kpt_shape")));
        if (poses) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "These are annotations of poses (kpt_shape), whose points would be"
                    + " taken for outlines.", folder, "Give a data set of boxes or outlines.");
        }
    }

    private static boolean isAboutAll(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.matches("classes\\.txt|.*\\.names|.*\\.ya?ml|(train|val|valid|test)\\.txt|readme.*");
    }

    /** Where the annotations of an image may be. */
    private static Stream<String> texts(String image) {
        String beside = image.replaceFirst("\\.[^./]+$", ".txt");
        return Stream.of(beside.replaceFirst("(^|.*/)images/", "$1labels/"), beside);
    }

    private static Optional<Subset> subset(String path) {
        String[] folders = path.split("/");
        return Arrays.stream(folders, 0, folders.length - 1).flatMap(name -> SubsetFolder.of(name).stream()).findFirst();
    }

    private List<Box> boxes(String path) {
        List<Box> boxes = new ArrayList<>();
        List<String> lines = TextLines.of(folder.resolve(path));
        for (int i = 0; i < lines.size(); i++) {
            Optional<Box> box = lines.get(i).isBlank() ? Optional.empty() : box(lines.get(i).strip().split("\\s+"));
            box.ifPresent(boxes::add);
            if (box.isEmpty() && !lines.get(i).isBlank()) {
                passedOver.add(new PassedOver(path + " line " + (i + 1), "is no box: a category and four shares, or an outline"));
            }
        }
        return boxes;
    }

    private Optional<Box> box(String[] words) {
        try {
            int category = Integer.parseInt(words[0]);
            double[] shares = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
            boolean outline = shares.length >= 6 && shares.length % 2 == 0;
            // some detectors add how sure they are
            if (category < 0 || category > 100_000 || !outline && shares.length != 4 && shares.length != 5) {
                return Optional.empty();
            }
            most = Math.max(most, category);
            String name = Integer.toString(category);
            return Optional.of(outline ? outlined(name, shares)
                    : new Box(name, shares[0] - shares[2] / 2, shares[1] - shares[3] / 2, shares[2], shares[3], List.of(), ""));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Box outlined(String category, double[] shares) {
        double[] x = IntStream.range(0, shares.length / 2).mapToDouble(i -> shares[2 * i]).toArray();
        double[] y = IntStream.range(0, shares.length / 2).mapToDouble(i -> shares[2 * i + 1]).toArray();
        double left = Arrays.stream(x).min().orElseThrow();
        double top = Arrays.stream(y).min().orElseThrow();
        List<String> outline = Arrays.stream(shares).allMatch(Double::isFinite)
                ? List.of(Arrays.stream(shares).mapToObj(Double::toString).reduce("", (one, other) -> one + ' ' + other).strip())
                : List.of();
        return new Box(category, left, top, Arrays.stream(x).max().orElseThrow() - left,
                Arrays.stream(y).max().orElseThrow() - top, outline, "");
    }

    private Annotations named(List<AnnotatedImage> images, ImageFiles files, List<String> remarks) {
        List<String> names = new ArrayList<>(new YoloNames(folder).of(files));
        List<String> told = new ArrayList<>(remarks);
        if (names.size() <= most) {
            told.add(names.isEmpty() ? "Nothing names the categories (data.yaml, classes.txt), so they are called by their numbers"
                    : "Categories from number " + names.size() + " on have no name and are called by their numbers");
        }
        while (names.size() <= most) {
            names.add("category " + names.size());
        }
        List<AnnotatedImage> named = images.stream().map(image -> image.sized(0, 0, image.boxes().stream()
                .map(box -> new Box(names.get(Integer.parseInt(box.category())), box.left(), box.top(), box.width(), box.height(),
                        box.outlines(), box.note()))
                .toList())).toList();
        return new Annotations(named, names.stream().distinct().toList(), passedOver, told);
    }

    /** Boxes in pixels of those in shares. */
    static Box pixels(Box box, int width, int height) {
        List<String> outlines = new ArrayList<>();
        for (String outline : box.outlines()) {
            List<Double> places = new ArrayList<>();
            for (String word : outline.split(" ")) {
                places.add(Double.parseDouble(word) * (places.size() % 2 == 0 ? width : height));
            }
            outlines.add(Box.polygon(places));
        }
        return new Box(box.category(), box.left() * width, box.top() * height, box.width() * width, box.height() * height, outlines,
                box.note());
    }
}

/** The names of categories, in data.yaml, classes.txt or obj.names. */
record YoloNames(Path folder) {
    private static final Pattern LIST = Pattern.compile("(?ms)^names\\s*:\\s*\\[(.*?)]");
    private static final Pattern BEGIN = Pattern.compile("names\\s*:\\s*(#.*)?");
    private static final Pattern INSIDE = Pattern.compile("[ \\t-].*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:-|(\\d{1,5})\\s*:)\\s*(.+)");

    List<String> of(ImageFiles files) {
        for (String name : List.of(".yaml", ".yml")) {
            for (String path : files.named(name)) {
                List<String> names = ofYaml(String.join("\n", TextLines.of(folder.resolve(path))));
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        return Stream.of("classes.txt", ".names").flatMap(end -> files.named(end).stream()).findFirst()
                .map(path -> TextLines.of(folder.resolve(path)).stream().filter(line -> !line.isBlank())
                        .map(Annotations::name).toList())
                .orElse(List.of());
    }

    private static List<String> ofYaml(String text) {
        Matcher list = LIST.matcher(text);
        if (list.find()) {
            return Arrays.stream(list.group(1).split(",")).map(YoloNames::plain).filter(name -> !name.isEmpty()).toList();
        }
        TreeMap<Integer, String> names = new TreeMap<>();
        text.lines().dropWhile(line -> !BEGIN.matcher(line).matches()).skip(1)
                .takeWhile(line -> INSIDE.matcher(line).matches()).map(ITEM::matcher).filter(Matcher::matches).forEach(item -> names.put(
                        item.group(1) == null ? names.size() : Integer.parseInt(item.group(1)), plain(item.group(2))));
        // numbers may be left out
        return names.isEmpty() ? List.of() : IntStream.rangeClosed(0, names.lastKey())
                .mapToObj(i -> names.getOrDefault(i, "category " + i)).toList();
    }

    private static String plain(String text) {
        return Annotations.name(text.strip().replaceFirst("\\s+#.*$", "").replaceAll("^['\"]|['\"]$", ""));
    }
}
