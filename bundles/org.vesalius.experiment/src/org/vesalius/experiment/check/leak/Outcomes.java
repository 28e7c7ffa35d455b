// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check.leak;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;

/**
 * A question that a label answers with yes or no.
 *
 * @param label the column that answers it
 * @param category what is asked for
 * @param known which samples have an answer
 * @param positive which are a yes
 */
record Outcome(Column label, String category, boolean[] known, boolean[] positive) {

    /** In the user's words. */
    String name() {
        return "'" + label.name() + "' is '" + category + "'";
    }
}

/** The questions that the labels of a data set answer: whether a sample is of a category, one after the other. */
record Outcomes(Dataset dataset) {

    List<Outcome> all() {
        return dataset.columns(ColumnRole.LABEL).stream().flatMap(this::of).toList();
    }

    private Stream<Outcome> of(Column label) {
        if (!label.separator().isEmpty()) {
            Pattern separator = Pattern.compile(Pattern.quote(label.separator()));
            return label.categories().stream().map(category -> outcome(label, category, value -> separator.splitAsStream(value)
                    .map(String::strip).anyMatch(category::equals)));
        }
        List<String> categories = switch (label.type()) {
            case CATEGORY -> label.categories();
            case NUMBER -> twoNumbers(label);
            default -> List.of();
        };
        // of two the first is what the second is not
        return categories.stream().skip(categories.size() == 2 ? 1 : 0)
                .map(category -> outcome(label, category, category::equals));
    }

    private List<String> twoNumbers(Column label) {
        List<String> values = dataset.samples().stream().filter(sample -> !sample.lacks(label)).map(sample -> sample.value(label))
                .distinct().limit(3).sorted().toList();
        return values.size() == 2 ? values : List.of();
    }

    private Outcome outcome(Column label, String category, Predicate<String> yes) {
        List<Sample> samples = dataset.samples();
        boolean[] known = new boolean[samples.size()];
        boolean[] positive = new boolean[samples.size()];
        for (int i = 0; i < known.length; i++) {
            Sample sample = samples.get(i);
            known[i] = !sample.lacks(label);
            positive[i] = known[i] && yes.test(sample.value(label));
        }
        return new Outcome(label, category, known, positive);
    }
}

/**
 * Something that is known of samples and may tell their label.
 *
 * @param scores the higher the likelier; NaN where unknown
 * @param levels which of several kinds a sample is of, -1 where unknown; empty if the scores are numbers
 */
record Predictor(double[] scores, int[] levels) {
    private static final int MOST_LEVELS = 200;

    static Predictor numbers(double[] numbers) {
        return new Predictor(numbers, new int[0]);
    }

    static Predictor flags(boolean[] flags) {
        double[] numbers = new double[flags.length];
        for (int i = 0; i < flags.length; i++) {
            numbers[i] = flags[i] ? 1 : 0;
        }
        return numbers(numbers);
    }

    /** Of texts that repeat, those that are empty being unknown; none if they are all the same, or too many. */
    static List<Predictor> kinds(List<String> texts) {
        List<String> kinds = texts.stream().filter(text -> !text.isEmpty()).distinct().limit(MOST_LEVELS + 1L).sorted().toList();
        if (kinds.size() < 2 || kinds.size() > MOST_LEVELS) {
            return List.of();
        }
        int[] levels = texts.stream().mapToInt(text -> text.isEmpty() ? -1 : Collections.binarySearch(kinds, text)).toArray();
        double[] scores = Arrays.stream(levels).mapToDouble(level -> level < 0 ? Double.NaN : level).toArray();
        return List.of(kinds.size() == 2 ? numbers(scores) : new Predictor(scores, levels));
    }

    boolean ofKinds() {
        return levels.length > 0;
    }
}

/**
 * The words of texts that mean something: of four letters or more, without those that most results of examinations hold.
 *
 * @param all in lower case
 */
record Words(Set<String> all) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> OF_RESULTS = Set.of("positive", "negative", "presumptive", "detected", "identified", "found", "test",
            "tested", "result", "present", "absent", "none", "normal", "abnormal", "other", "unknown", "true", "false", "with", "without",
            "label", "class", "category", "target", "outcome", "diagnosis", "diagnostic", "finding", "mild", "moderate", "severe", "high",
            "low", "left", "right", "male", "female");

    static Words of(Stream<String> texts) {
        return new Words(texts.distinct().flatMap(BETWEEN::splitAsStream).map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 3 && !OF_RESULTS.contains(word)).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Those of a label: of its name and its categories. */
    static Words of(Column label) {
        return of(Stream.concat(Stream.of(label.name()), label.categories().stream()));
    }

    /** The first word that is among others too. */
    Optional<String> shared(Words others) {
        return all.stream().filter(others.all::contains).findFirst();
    }

    /** Without the words, which may tell who a patient is. */
    @Override
    public String toString() {
        return "Words[" + all.size() + "]";
    }
}

/** Whom samples are of, by numbers in the order in which patients appear; where that isn't known, each of a patient of its own. */
record Patients(Integer[] numbers) {
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    static Patients of(Dataset dataset) {
        Map<String, Integer> numbers = new HashMap<>();
        Column column = dataset.first(ColumnRole.PATIENT).orElse(null);
        Integer[] found = new Integer[dataset.samples().size()];
        for (int i = 0; i < found.length; i++) {
            Sample sample = dataset.samples().get(i);
            String patient = column == null || sample.lacks(column) ? "\n" + i : sample.value(column);
            found[i] = numbers.computeIfAbsent(patient, none -> numbers.size());
        }
        return new Patients(found);
    }

    /** Divides the patients into two halves, whatever their order. */
    boolean even(int sample) {
        return numbers[sample] * GOLDEN_RATIO >= 0;
    }

    @Override
    public String toString() {
        return "Patients[" + numbers.length + " samples]";
    }
}
