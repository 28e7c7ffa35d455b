// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.importer.kind.ImageFiles;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.importer.kind.PathOrder;

/**
 * Images of the rows of a table. A row that names its image has one; where a pattern finds the key in the paths of
 * images, such as the id of a patient, a row may have several and becomes a sample for each.
 *
 * @param folder the images, at any depth
 * @param column the column that names the image, with or without its folder and the end of its name, or holds the key
 * @param pattern finds the key in the path of an image below the folder; empty where the column names images
 * @param onlyMatched whether rows without an image are left out
 */
record ImageMatch(Path folder, String column, Optional<Pattern> pattern, boolean onlyMatched) {
    /** The column that holds the paths of the images. */
    static final String IMAGE = "image";
    private static final int NAMED = 10;

    /**
     * The table with a column of images, the last one. A column of this name that named them gives way to it.
     *
     * @param passedOver takes the images of no row
     * @param remarks takes how rows and images met
     */
    RawTable apply(RawTable table, Progress progress, List<PassedOver> passedOver, List<String> remarks) {
        Map<String, List<String>> images = images(progress);
        int key = table.place(column);
        int dropped = pattern.isEmpty() && column.equals(IMAGE) ? key : -1;
        List<String> names = new ArrayList<>(table.names());
        if (dropped >= 0) {
            names.remove(dropped);
        }
        names.add(freeName(names, remarks));
        SampleTable.Builder builder = new SampleTable.Builder(names);
        Set<String> used = new HashSet<>();
        List<String> alone = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            List<String> found = found(images, table.text(key, row));
            if (found.isEmpty()) {
                alone.add(table.where(row));
            }
            used.addAll(found);
            for (String image : found.isEmpty() && !onlyMatched ? List.of("") : found) {
                builder.add(table.where(row), with(table, row, image, dropped));
            }
        }
        List<String> unused = images.values().stream().flatMap(List::stream).distinct().filter(path -> !used.contains(path))
                .sorted(new PathOrder()).toList();
        unused.forEach(path -> passedOver.add(new PassedOver(path, "is the image of no row")));
        tell(table.size(), alone, unused.size(), remarks);
        return new RawTable(builder.build());
    }

    private static String freeName(List<String> names, List<String> remarks) {
        String name = IMAGE;
        for (int number = 2; names.contains(name); number++) {
            name = IMAGE + " " + number;
        }
        if (!name.equals(IMAGE)) {
            remarks.add("The column of images is called '" + name + "', since the table has a column '" + IMAGE + "'");
        }
        return name;
    }

    private void tell(int rows, List<String> alone, int unused, List<String> remarks) throws ReportedException {
        if (alone.size() == rows) {
            throw new TableError(folder).because("No row of the table has an image here by '" + column + "'.",
                    "Name the column that holds their names, or a pattern that finds its values in their paths.");
        }
        remarks.add(English.quantity(rows - alone.size(), "row") + " of " + rows + " found an image by '" + column + "'"
                + (alone.isEmpty() ? "" : "; " + alone.size() + (onlyMatched ? " left out without one" : " without one"))
                + (unused == 0 ? "" : "; " + English.quantity(unused, "image") + " of no row"));
        if (!alone.isEmpty()) {
            remarks.add("Rows without an image: " + String.join(", ", alone.subList(0, Math.min(NAMED, alone.size())))
                    + (alone.size() > NAMED ? " and " + (alone.size() - NAMED) + " more" : ""));
        }
    }

    private static List<String> with(RawTable table, int row, String image, int dropped) {
        List<String> values = new ArrayList<>(table.names().size() + 1);
        for (int i = 0; i < table.names().size(); i++) {
            if (i != dropped) {
                values.add(table.text(i, row));
            }
        }
        values.add(image);
        return values;
    }

    private List<String> found(Map<String, List<String>> images, String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> exact = images.getOrDefault(value, List.of());
        return exact.isEmpty() && pattern.isEmpty() ? images.getOrDefault(stem(value), List.of()).stream()
                .filter(path -> ImageFiles.foldersFit(value, path)).toList() : exact;
    }

    /** The images by all that a row may call them. */
    private Map<String, List<String>> images(Progress progress) {
        Map<String, List<String>> images = new HashMap<>();
        progress.begin("Looking for images", 0);
        for (String path : ImageFiles.in(folder, progress).paths()) {
            if (pattern.isPresent()) {
                Matcher matcher = pattern.get().matcher(path);
                if (matcher.find()) {
                    add(images, matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : matcher.group(), path);
                }
            } else {
                Stream.of(path, path.substring(path.lastIndexOf('/') + 1), stem(path)).distinct().forEach(name -> add(images, name, path));
            }
        }
        if (pattern.isEmpty()) {
            refuseTwins(images);
        }
        return images;
    }

    private void refuseTwins(Map<String, List<String>> images) {
        // two images of one name in two folders: only their paths tell them apart
        images.entrySet().removeIf(entry -> entry.getValue().size() > 1);
        if (images.isEmpty()) {
            throw new TableError(folder).because("There is no image in this folder.", "Name the folder that holds them.");
        }
    }

    private static void add(Map<String, List<String>> images, String name, String path) {
        images.computeIfAbsent(name, none -> new ArrayList<>(1)).add(path);
    }

    /** The name without its folders and its end. */
    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
