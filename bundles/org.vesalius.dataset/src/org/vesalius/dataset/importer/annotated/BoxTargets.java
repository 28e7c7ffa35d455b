// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.mask.MaskLevels;
import org.vesalius.dataset.mask.MaskReader;

/**
 * What networks learn of boxes.
 *
 * @param targets which of them
 * @param categories of the boxes
 */
record BoxTargets(List<String> targets, List<String> categories) {
    private static final String LABELS = "labels";
    private static final String COUNT = "count";
    private static final String MASK = "mask";
    private static final String BOX_MASK = "box-mask";
    private static final String CROWD = "crowd";

    static ImportOption option() {
        return ImportOption.texts("target", "WHAT", "What a network learns of the boxes; may be given several times. labels: "
                + "which categories occur (the default). count: how many boxes of each category. mask: the category of each place, "
                + "by outlines or, where there are none, boxes. box-mask: by boxes alone.").offering(LABELS, COUNT, MASK, BOX_MASK);
    }

    static BoxTargets of(ImportRequest request, List<String> categories) {
        List<String> asked = request.texts("target").isEmpty() ? List.of(LABELS)
                : request.texts("target").stream().distinct().toList();
        asked.stream().filter(target -> !List.of(LABELS, COUNT, MASK, BOX_MASK).contains(target)).findFirst().ifPresent(target -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + target + "' is nothing that boxes become.",
                    "Take labels, count, mask or box-mask.");
        });
        boolean masks = asked.contains(MASK) || asked.contains(BOX_MASK);
        if (masks && categories.size() >= MaskLevels.MOST) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There are " + categories.size() + " categories, and a mask tells "
                    + (MaskLevels.MOST - 1) + " apart.", "Take labels or count.");
        }
        return new BoxTargets(asked, categories);
    }

    /** The columns of all targets. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String target : targets) {
            switch (target) {
                case LABELS -> columns.add(new Column("findings", ColumnType.TEXT, ColumnRole.LABEL, "",
                        Map.of(Column.SEPARATOR, Annotations.SEPARATOR), categories));
                case COUNT -> categories.forEach(category -> columns.add(Column.number(count(category), ColumnRole.LABEL, "")));
                default -> columns.add(new Column(target, ColumnType.IMAGE, ColumnRole.LABEL, MaskReader.ID,
                        Map.of(MaskReader.COUNT, Integer.toString(categories.size() + 1)), Stream.concat(Stream.of(background()),
                                categories.stream()).toList()));
            }
        }
        return columns;
    }

    private static String count(String category) {
        return "number of " + category;
    }

    private String background() {
        return categories.contains(MaskCategories.BACKGROUND) ? "none" : MaskCategories.BACKGROUND;
    }

    /** What stands in these columns for an image. */
    Map<String, String> values(AnnotatedImage image) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String target : targets) {
            switch (target) {
                case LABELS -> values.put("findings", labels(image));
                case COUNT -> categories.forEach(category -> values.put(count(category), number(image, category)));
                default -> values.put(target, drawing(image, target.equals(MASK)));
            }
        }
        return values;
    }

    /** That an image has none is known, too. */
    private static String labels(AnnotatedImage image) {
        String labels = String.join(Annotations.SEPARATOR,
                new TreeSet<>(image.boxes().stream().map(Box::category).toList()));
        return labels.isEmpty() ? Annotations.SEPARATOR : labels;
    }

    /** A crowd is of an unknown number. */
    private static String number(AnnotatedImage image, String category) {
        List<Box> boxes = image.boxes().stream().filter(box -> box.category().equals(category)).toList();
        return boxes.stream().anyMatch(box -> box.note().contains(CROWD)) ? "" : Integer.toString(boxes.size());
    }

    private String drawing(AnnotatedImage image, boolean outlined) {
        return image.width() == 0 || image.height() == 0 ? ""
                : Stream.concat(Stream.of(MaskReader.drawing(image.width(), image.height())), image.boxes().stream()
                        .flatMap(box -> box.drawing(outlined).stream()
                                .map(shape -> categories.indexOf(box.category()) + 1 + ":" + shape)))
                        .collect(Collectors.joining(MaskReader.SEPARATOR));
    }
}
