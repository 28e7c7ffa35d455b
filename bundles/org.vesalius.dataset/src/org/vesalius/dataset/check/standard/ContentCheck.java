// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.prepare.Steps;

/** What is found of what the images of a column hold. */
interface ContentCheck {
    /** What is found in a column whose images hold this. */
    Stream<Problem> check(Column column, List<Seen> seen);

    /** What one is called. */
    static String thing(Column column) {
        return column.type() == ColumnType.IMAGE ? "image" : "array";
    }

    /** What the image of a sample holds. */
    record Seen(String id, StoredContent content) {
    }
}

/** Checks of what images hold, each of which is looked at once for all of them. */
record ContentChecks(List<ContentCheck> checks) implements DatasetCheck {

    ContentChecks() {
        this(List.of(new ConstantCheck(), new MixedCheck(), new ScaleCheck()));
    }

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Map<Column, List<ContentCheck.Seen>> seen = new LinkedHashMap<>();
        StoredContent.columns(data).forEach(column -> seen.put(column, seen(data, column, progress)));
        return checks.stream().flatMap(check -> seen.entrySet().stream()
                .flatMap(entry -> check.check(entry.getKey(), entry.getValue()))).toList();
    }

    private static List<ContentCheck.Seen> seen(CheckedDataset data, Column column, Progress progress) {
        List<Sample> samples = StoredContent.samples(data.dataset(), column);
        List<Optional<StoredContent>> contents = StoredContent.of(data, column, samples, progress);
        List<ContentCheck.Seen> seen = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            String id = samples.get(i).id();
            contents.get(i).ifPresent(content -> seen.add(new ContentCheck.Seen(id, content)));
        }
        return seen;
    }
}

/** Whether images are of one value throughout. */
final class ConstantCheck implements ContentCheck {

    @Override
    public Stream<Problem> check(Column column, List<Seen> seen) {
        List<String> constant = seen.stream().filter(it -> it.content().constant()).map(Seen::id).toList();
        return constant.isEmpty() ? Stream.of() : Stream.of(Problem.warning("dataset.constant", column.name(),
                constant.size() + " of " + seen.size() + " " + ContentCheck.thing(column)
                        + "s are of one value throughout; the first is that of "
                        + constant.get(0) + ".",
                "They show nothing, and their labels are learnt for it. Bring the originals, or take these samples away.")
                .withSamples(constant));
    }
}

/** Whether the images of a column are stored in different ways. */
final class MixedCheck implements ContentCheck {
    private static final double NOTEWORTHY_RATIO = 1.1;
    private static final double CLEARLY_LONGER = 1.2;

    @Override
    public Stream<Problem> check(Column column, List<Seen> seen) {
        return Stream.of(
                mixed(column, seen, "dataset.mixed-depth", content -> content.type(),
                        "Values of another type are another scale: the same tissue gets other values. Convert all alike."),
                mixed(column, seen, "dataset.mixed-channels", content -> content.channels() == 1 ? "grey" : "colour",
                        "Colour then tells where an image is from. Have all in grey if colour means nothing."),
                mixed(column, seen, "dataset.mixed-photometric", content -> content.inverted() ? "white first" : "black first",
                        "They are brought to black first, if what files say of themselves is true. Look at some of both kinds."),
                column.type() == ColumnType.IMAGE ? mixed(column, seen, "dataset.mixed-orientation", MixedCheck::orientation,
                        "Brought to one size, they are stretched in different ways. Crop or turn them alike.")
                        : Optional.<Problem>empty(),
                spacing(column, seen)).flatMap(Optional::stream);
    }

    private static Optional<Problem> mixed(Column column, List<Seen> seen, String id, Function<StoredContent, String> kind,
            String explanation) {
        Map<String, List<String>> kinds = seen.stream().collect(Collectors.groupingBy(it -> kind.apply(it.content()), TreeMap::new,
                Collectors.mapping(Seen::id, Collectors.toList())));
        // what is neither belongs to all
        kinds.remove("");
        if (kinds.size() < 2) {
            return Optional.empty();
        }
        String counts = kinds.entrySet().stream().map(entry -> entry.getValue().size() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        List<String> fewest = kinds.values().stream().min(Comparator.comparingInt(List::size)).orElseThrow();
        return Optional.of(Problem.warning(id, column.name(), "The " + ContentCheck.thing(column) + "s of '" + column.name()
                + "' are stored in different ways: " + counts + ".", explanation).withSamples(fewest));
    }

    private static String orientation(StoredContent content) {
        double ratio = (double) content.sizes().get(1) / content.sizes().get(0);
        if (ratio > CLEARLY_LONGER) {
            return "landscape";
        }
        return ratio < 1 / CLEARLY_LONGER ? "portrait" : "";
    }

    private static Optional<Problem> spacing(Column column, List<Seen> seen) {
        boolean resampled = column.option(Steps.OPTION, "").matches(".*\\bresample\\s+spacing=.*");
        List<Seen> known = seen.stream().filter(it -> !it.content().spacing().isEmpty()
                && it.content().spacing().stream().allMatch(step -> step > 0)).toList();
        if (resampled || known.size() < 2) {
            return Optional.empty();
        }
        for (int axis = 0; axis < known.get(0).content().spacing().size(); axis++) {
            int place = axis;
            List<Double> steps = known.stream().filter(it -> it.content().spacing().size() > place)
                    .map(it -> it.content().spacing().get(place)).sorted().toList();
            double least = steps.get(0);
            double greatest = steps.get(steps.size() - 1);
            if (greatest / least > NOTEWORTHY_RATIO) {
                return Optional.of(Problem.warning("dataset.mixed-spacing", column.name(), "The " + ContentCheck.thing(column) + "s of '"
                        + column.name() + "' have pixels of different sizes: from " + least + " to " + greatest + " mm.",
                        "The same organ gets another size. Have the column resample them to one spacing (step 'resample spacing=…')."));
            }
        }
        return Optional.empty();
    }
}

/** Whether the values of images differ by orders of magnitude. */
final class ScaleCheck implements ContentCheck {
    private static final double NOTEWORTHY_RATIO = 100;

    @Override
    public Stream<Problem> check(Column column, List<Seen> seen) {
        boolean normalised = column.option(Steps.OPTION, "").matches(".*\\b(percentile\\b|zscore(?!\\s+per=training)).*");
        List<Seen> ranged = seen.stream().filter(it -> !it.content().constant()).toList();
        boolean bytes = ranged.stream().allMatch(it -> it.content().type().equals(ElementType.U8.text()));
        if (normalised || bytes || ranged.size() < 2) {
            return Stream.of();
        }
        Comparator<Seen> bySpan = Comparator.comparingDouble(it -> it.content().greatest() - it.content().least());
        Seen narrowest = ranged.stream().min(bySpan).orElseThrow();
        Seen widest = ranged.stream().max(bySpan).orElseThrow();
        StoredContent narrow = narrowest.content();
        StoredContent wide = widest.content();
        if (wide.greatest() - wide.least() < NOTEWORTHY_RATIO * (narrow.greatest() - narrow.least())) {
            return Stream.of();
        }
        return Stream.of(Problem.warning("dataset.scale", column.name(), "The values of the " + ContentCheck.thing(column) + "s of '"
                + column.name() + "' have no common scale: they span " + span(narrow) + " in one and " + span(wide)
                + " in another.",
                "A network then sees little but the scale. Have the column normalise each by itself (step 'zscore' or 'percentile').")
                .withSamples(List.of(narrowest.id(), widest.id())));
    }

    private static String span(StoredContent content) {
        return (float) content.least() + " to " + (float) content.greatest();
    }
}
