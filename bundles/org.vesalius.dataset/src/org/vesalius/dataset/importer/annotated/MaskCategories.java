// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.mask.MaskLevels;
import org.vesalius.dataset.mask.MaskLevels.Range;

/**
 * What masks mark.
 *
 * @param names of the categories, the first for what isn't marked
 * @param levels which values in masks are which categories
 * @param remarks what was found out
 */
record MaskCategories(List<String> names, MaskLevels levels, List<String> remarks) {
    /** What isn't marked. */
    static final String BACKGROUND = "background";

    private static final String MARKED = "marked";
    /** More than so many different values are shades rather than categories. */
    private static final int MOST_SURE = 8;
    private static final int MOST_LABELS = 64;
    private static final int SHOWN = 10;
    /** Fewer than are looked for in a mask. */
    private static final int MANY_COLORS = 4000;

    /**
     * Finds it out.
     *
     * @param request what was said
     * @param named the categories that masks are named after
     * @param read the values in the masks
     * @param all whether these are all masks
     * @param lossy whether some are JPEG files, which add values beside those that were saved
     */
    static MaskCategories of(ImportRequest request, List<String> named, ReadPictures read, boolean all, boolean lossy) {
        Map<Integer, Long> values = new TreeMap<>(read.plain());
        read.named().forEach((value, places) -> values.merge(value, places, Long::sum));
        if (!request.texts("level").isEmpty()) {
            return told(request, named, values);
        }
        return new Finding(request, named, values, read.plain(), all, lossy).categories();
    }

    private static MaskCategories told(ImportRequest request, List<String> named, Map<Integer, Long> values) {
        List<String> names = new ArrayList<>(List.of(BACKGROUND));
        names.addAll(named);
        List<Range> ranges = new ArrayList<>();
        for (String text : request.texts("level")) {
            int equals = text.lastIndexOf('=');
            int[] bounds = bounds(text, equals);
            String name = text.substring(equals + 1).strip();
            if (!names.contains(name)) {
                names.add(name);
            }
            ranges.add(new Range(bounds[0], bounds[1], names.indexOf(name)));
        }
        if (ranges.stream().noneMatch(range -> range.low() <= 0 && range.high() >= 0)) {
            ranges.add(0, new Range(0, 0, 0));
        }
        List<Integer> others = values.keySet().stream()
                .filter(value -> ranges.stream().noneMatch(range -> value >= range.low() && value <= range.high())).toList();
        if (!others.isEmpty()) {
            throw refused(request, "The masks also hold " + words(others) + ", of which nothing was said.",
                    "Name all values with --level, such as --level 255=vessel --level 128=background.");
        }
        return new MaskCategories(names, new MaskLevels(ranges), List.of(shares(values, new MaskLevels(ranges), names)));
    }

    private static int[] bounds(String text, int equals) {
        try {
            if (equals > 0 && equals < text.length() - 1) {
                return MaskLevels.bounds(text.substring(0, equals).strip());
            }
            throw new UnreadableImageException("has no value or no category");
        } catch (UnreadableImageException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "'" + text + "' doesn't say which category a value is.",
                    "Write --level 255=vessel, --level 128-255=vessel or --level '#ff0000=vessel'.", e);
        }
    }

    private static String words(List<Integer> values) {
        return (values.size() == 1 ? "the value " : "the values ") + values.stream().limit(SHOWN).map(MaskLevels::text)
                .collect(Collectors.joining(", ")) + (values.size() > SHOWN ? " and " + (values.size() - SHOWN) + " more" : "");
    }

    private static String shares(Map<Integer, Long> values, MaskLevels levels, List<String> names) {
        double all = values.values().stream().mapToLong(Long::longValue).sum();
        Map<Integer, Long> places = new TreeMap<>();
        values.forEach((value, count) -> levels.ranges().stream()
                .filter(range -> value >= range.low() && value <= range.high()).findFirst()
                .ifPresent(range -> places.merge(range.category(), count, Long::sum)));
        return "Places in masks: " + places.entrySet().stream().map(entry -> names.get(entry.getKey())
                + String.format(Locale.ROOT, " %.1f %%", 100 * entry.getValue() / all)).collect(Collectors.joining(", "));
    }

    private static ReportedException refused(ImportRequest request, String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, request.source(), remedy);
    }

    /** Tells categories by the values alone. */
    private record Finding(ImportRequest request, List<String> named, Map<Integer, Long> values, Map<Integer, Long> plain,
            boolean complete, boolean lossy) {

        MaskCategories categories() {
            List<Integer> all = List.copyOf(values.keySet());
            refuse(all);
            boolean two = all.size() == 2 && all.get(0) == 0;
            // the first is never measured, and is what images are filled up with: none that is marked
            List<String> names = new ArrayList<>(List.of(BACKGROUND));
            List<Range> ranges = new ArrayList<>(List.of(new Range(0, 0, 0)));
            names.addAll(named);
            for (int value : all) {
                if (value == 0) {
                    continue;
                }
                boolean shown = plain.containsKey(value);
                if (shown) {
                    names.add(two ? MARKED : "label " + value);
                }
                ranges.add(new Range(value, value, shown ? names.size() - 1 : 1));
            }
            List<String> remarks = new ArrayList<>(List.of("Masks hold " + words(all) + (two ? ": " + BACKGROUND
                    + " and " + (named.isEmpty() ? MARKED : "what they are named after") : "")
                    + "; say it otherwise with --level"));
            if (!all.isEmpty() && all.get(0) != 0) {
                remarks.add("No place in masks has the value 0, so all their values are taken for marks; if one of them is the"
                        + " background, name all with --level, such as --level 2=background --level 1=vessel");
            }
            if (named.isEmpty()) {
                remarks.add(shares(values, new MaskLevels(ranges), names));
            }
            return new MaskCategories(names, new MaskLevels(ranges), remarks);
        }

        private static String number(int colors) {
            return colors > MANY_COLORS ? "more than " + MANY_COLORS + " colours, as photographs have"
                    : English.quantity(colors, "colour");
        }

        private void refuse(List<Integer> all) {
            List<Integer> colors = all.stream().filter(value -> MaskLevels.text(value).startsWith("#"))
                    .sorted(Comparator.comparing(value -> -values.getOrDefault(value, 0L))).toList();
            if (!colors.isEmpty()) {
                throw refused(request, "The masks are in colour (" + number(colors.size()) + ": "
                        + colors.stream().limit(SHOWN).map(MaskLevels::text)
                                .collect(Collectors.joining(", "))
                        + "), and colours don't tell what they mean.",
                        "Say it of each, such as --level '" + MaskLevels.text(colors.get(0)) + "=vessel'.");
            }
            if (lossy && all.size() > 2 || all.size() > MOST_LABELS || all.size() > MOST_SURE && all.get(all.size() - 1) >= MOST_LABELS) {
                throw refused(request, "The masks hold " + all.size() + " different values, as those do that were smoothed or"
                        + " saved as JPEG.", "Say from which on they mark something: --level 0-127=background --level 128-255=vessel.");
            }
            if (complete && all.size() < 2) {
                throw refused(request, "The masks hold nothing but " + words(all) + ", so that nothing is marked.",
                        "Look whether these are the masks.");
            }
        }
    }
}
